using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredBrands.Wire;

internal sealed record AdListBody : ListBody
{
    public IncludeFilter<AdId>? AdIdFilter { get; init; }

    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    public TermsFilter? NameFilter { get; init; }

    public CreativeVersion? CreativeVersionToReturn { get; init; }
}
