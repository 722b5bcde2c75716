using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredBrands;

/// <summary>The Sponsored Brands of one profile. Amazon Ads Sponsored Brands v4, and v3 for keywords and targets.</summary>
public sealed partial class SponsoredBrandsClient
{
    private readonly EntityLists _lists;

    internal SponsoredBrandsClient(EntityLists lists) => _lists = lists;
}
