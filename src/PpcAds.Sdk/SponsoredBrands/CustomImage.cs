namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>An image of a creative.</summary>
public sealed record CustomImage
{
    /// <summary>The image, in the asset library.</summary>
    public string? AssetId { get; init; }

    /// <summary>The image.</summary>
    public string? Url { get; init; }
}
