using PpcAds.Sdk.Reports;
using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk;

/// <summary>The operations of one profile, grouped by product. Made by <see cref="AmazonAdsClient"/>; cheap, immutable, safe to share.</summary>
public sealed class ProfileClient
{
    internal ProfileClient(ProfileId profileId, AmazonAdsRegion region, SponsoredProductsClient sponsoredProducts, ReportsClient reports)
    {
        ProfileId = profileId;
        Region = region;
        SponsoredProducts = sponsoredProducts;
        Reports = reports;
    }

    /// <summary>The profile.</summary>
    public ProfileId ProfileId { get; }

    /// <summary>The region whose host is called.</summary>
    public AmazonAdsRegion Region { get; }

    /// <summary>Sponsored Products.</summary>
    public SponsoredProductsClient SponsoredProducts { get; }

    /// <summary>Reports of every ad product.</summary>
    public ReportsClient Reports { get; }
}
