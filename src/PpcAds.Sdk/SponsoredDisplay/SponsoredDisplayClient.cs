using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredDisplay;

/// <summary>The Sponsored Display of one profile. Amazon Ads Sponsored Display v3.</summary>
public sealed partial class SponsoredDisplayClient
{
    private readonly EntityLists _lists;

    internal SponsoredDisplayClient(EntityLists lists) => _lists = lists;
}
