namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>What an ad shows. Which members there are depends on <see cref="Type"/>.</summary>
public sealed record Creative
{
    /// <summary>What the ad looks like.</summary>
    public SbCreativeType? Type { get; init; }

    /// <summary>The version.</summary>
    public string? CreativeVersion { get; init; }

    /// <summary>Where it stands between submission and publication, such as <c>PUBLISHED</c>.</summary>
    public string? CreativeStatus { get; init; }

    /// <summary>The products.</summary>
    public IReadOnlyList<string>? Asins { get; init; }

    /// <summary>Products that Amazon must not choose.</summary>
    public IReadOnlyList<string>? AsinExclusions { get; init; }

    /// <summary>Products that are shown next to it.</summary>
    public IReadOnlyList<string>? CompanionAsins { get; init; }

    /// <summary>The name of the brand.</summary>
    public string? BrandName { get; init; }

    /// <summary>The logo, in the asset library.</summary>
    public string? BrandLogoAssetID { get; init; }

    /// <summary>The logo.</summary>
    public string? BrandLogoUrl { get; init; }

    /// <summary>The headline; the first of several.</summary>
    public string? Headline { get; init; }

    /// <summary>All headlines.</summary>
    public IReadOnlyList<string>? Headlines { get; init; }

    /// <summary>The headline before Amazon translated it.</summary>
    public string? OriginalHeadline { get; init; }

    /// <summary>All headlines before Amazon translated them.</summary>
    public IReadOnlyList<string>? OriginalHeadlines { get; init; }

    /// <summary>The video, in the asset library.</summary>
    public IReadOnlyList<string>? VideoAssetIds { get; init; }

    /// <summary>The video before Amazon translated it.</summary>
    public IReadOnlyList<string>? OriginalVideoAssetIds { get; init; }

    /// <summary>Images.</summary>
    public IReadOnlyList<CustomImage>? CustomImages { get; init; }

    /// <summary>The name of a collection.</summary>
    public string? CollectionName { get; init; }

    /// <summary>What a collection is, such as <c>THEMED</c>.</summary>
    public string? CollectionType { get; init; }

    /// <summary>The pages of a store that are shown.</summary>
    public IReadOnlyList<Subpage>? Subpages { get; init; }

    /// <summary>Whether Amazon may translate headline and video.</summary>
    public bool? ConsentToTranslate { get; init; }
}
