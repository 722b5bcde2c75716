using PpcAds.Sdk.Exports;
using PpcAds.Sdk.Portfolios;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.SponsoredBrands;
using PpcAds.Sdk.SponsoredDisplay;
using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk;

/// <summary>
/// The operations of one profile, grouped by product. Made by <see cref="AmazonAdsClient"/>; cheap, immutable, safe to share.
/// </summary>
public sealed class ProfileClient
{
    internal ProfileClient(
        ProfileId profileId,
        AmazonAdsRegion region,
        SponsoredProductsClient sponsoredProducts,
        SponsoredBrandsClient sponsoredBrands,
        SponsoredDisplayClient sponsoredDisplay,
        PortfoliosClient portfolios,
        ExportsClient exports,
        ReportsClient reports)
    {
        ProfileId = profileId;
        Region = region;
        SponsoredProducts = sponsoredProducts;
        SponsoredBrands = sponsoredBrands;
        SponsoredDisplay = sponsoredDisplay;
        Portfolios = portfolios;
        Exports = exports;
        Reports = reports;
    }

    /// <summary>The profile.</summary>
    public ProfileId ProfileId { get; }

    /// <summary>The region whose host is called.</summary>
    public AmazonAdsRegion Region { get; }

    /// <summary>Sponsored Products.</summary>
    public SponsoredProductsClient SponsoredProducts { get; }

    /// <summary>Sponsored Brands.</summary>
    public SponsoredBrandsClient SponsoredBrands { get; }

    /// <summary>Sponsored Display.</summary>
    public SponsoredDisplayClient SponsoredDisplay { get; }

    /// <summary>Portfolios.</summary>
    public PortfoliosClient Portfolios { get; }

    /// <summary>Exports of the entities of every ad product.</summary>
    public ExportsClient Exports { get; }

    /// <summary>Reports of every ad product.</summary>
    public ReportsClient Reports { get; }
}
