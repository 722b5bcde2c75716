namespace PpcAds.Sdk.Etl;

/// <summary>Amazon's names of its ad products.</summary>
public static class AdProducts
{
    /// <summary>Sponsored Products.</summary>
    public const string SponsoredProducts = "SPONSORED_PRODUCTS";

    /// <summary>Sponsored Brands.</summary>
    public const string SponsoredBrands = "SPONSORED_BRANDS";

    /// <summary>Sponsored Display.</summary>
    public const string SponsoredDisplay = "SPONSORED_DISPLAY";
}
