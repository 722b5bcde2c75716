namespace PpcAds.Sdk.Simulator.Model;

/// <summary>What an ad of Sponsored Brands has and others have not.</summary>
internal sealed record BrandAdTraits
{
    public required string Name { get; init; }

    /// <summary>Whether the ad has neither id nor name for a reader.</summary>
    public required bool IsMadeWithVersion3 { get; init; }

    public required Lifetime Lifetime { get; init; }

    public required IReadOnlyList<string> Asins { get; init; }
}
