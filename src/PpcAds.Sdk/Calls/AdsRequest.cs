using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>One call: everything that an attempt needs, so that each attempt can be built afresh.</summary>
/// <param name="Operation">What is called.</param>
/// <param name="Region">Whose host is called.</param>
/// <param name="Path">Path and query under that host, without a leading slash.</param>
internal sealed record AdsRequest(AdsOperation Operation, AmazonAdsRegion Region, string Path)
{
    public ProfileId? ProfileId { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <inheritdoc cref="CallContext.Patience"/>
    public TimeSpan? Patience { get; init; }

    /// <summary>A status besides 2xx that the caller handles itself, such as 425.</summary>
    public int? AlsoAccepted { get; init; }
}
