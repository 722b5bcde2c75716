namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>Where a click leads.</summary>
public sealed record LandingPage
{
    /// <summary>What kind of page.</summary>
    public SbLandingPageType? PageType { get; init; }

    /// <summary>The address; none for a list of products.</summary>
    public string? Url { get; init; }

    /// <summary>The products of a list.</summary>
    public IReadOnlyList<string>? Asins { get; init; }
}
