using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredBrands.Wire;

internal sealed record AdGroupListBody : ListBody
{
    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    public TermsFilter? NameFilter { get; init; }
}
