using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record ProductAdListBody : ListBody
{
    public IncludeFilter<AdId>? AdIdFilter { get; init; }

    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }
}
