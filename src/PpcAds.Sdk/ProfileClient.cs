using PpcAds.Sdk.SponsoredProducts;

namespace PpcAds.Sdk;

/// <summary>The operations of one profile, grouped by product. Made by <see cref="AmazonAdsClient"/>; cheap, immutable, safe to share.</summary>
public sealed class ProfileClient
{
    internal ProfileClient(ProfileId profileId, AmazonAdsRegion region, SponsoredProductsClient sponsoredProducts)
    {
        ProfileId = profileId;
        Region = region;
        SponsoredProducts = sponsoredProducts;
    }

    /// <summary>The profile.</summary>
    public ProfileId ProfileId { get; }

    /// <summary>The region whose host is called.</summary>
    public AmazonAdsRegion Region { get; }

    /// <summary>Sponsored Products.</summary>
    public SponsoredProductsClient SponsoredProducts { get; }
}
