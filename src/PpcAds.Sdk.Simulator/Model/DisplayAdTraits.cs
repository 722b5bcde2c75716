namespace PpcAds.Sdk.Simulator.Model;

/// <summary>What an ad of Sponsored Display has and others have not.</summary>
internal sealed record DisplayAdTraits
{
    public required string? Name { get; init; }

    public required Lifetime Lifetime { get; init; }

    /// <summary>Where it leads; none for the page of its product.</summary>
    public required string? LandingPageUrl { get; init; }
}
