namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>A page of a store that a creative shows.</summary>
public sealed record Subpage
{
    /// <summary>The title.</summary>
    public string? PageTitle { get; init; }

    /// <summary>The product that stands for the page.</summary>
    public string? Asin { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }
}
