using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>A presigned link to a file. The link is a secret: it has no text form.</summary>
/// <param name="Operation">Our name for the download.</param>
/// <param name="Subject">What the file is of, for messages: <c>report</c> or <c>export</c>.</param>
/// <param name="Url">The link.</param>
/// <param name="Region">The region whose limits the download counts towards.</param>
/// <param name="ProfileId">The profile whose file it is.</param>
internal sealed record FileLink(string Operation, string Subject, Uri Url, AmazonAdsRegion Region, ProfileId ProfileId)
{
    /// <inheritdoc cref="CallContext.Patience"/>
    public TimeSpan? Patience { get; init; }

    /// <summary>Checks a link before anything is sent to it: it comes from outside, and what it leads to is read.</summary>
    /// <param name="link">What Amazon sent.</param>
    /// <param name="endpoint">
    /// The region's API host: a link may be http only where that is a host on this machine, a simulator.
    /// </param>
    /// <returns>The address, or <see langword="null"/> when it is none that a file may be downloaded from.</returns>
    public static Uri? Check(string? link, Uri endpoint) =>
        Uri.TryCreate(link, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttps
            || (url.Scheme == Uri.UriSchemeHttp && endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback))
        && url.Host.Length > 0
            ? url
            : null;

    public override string ToString() => $"{Operation} for profile {ProfileId}";
}
