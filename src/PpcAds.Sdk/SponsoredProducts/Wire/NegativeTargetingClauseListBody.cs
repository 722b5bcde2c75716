using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record NegativeTargetingClauseListBody : ListBody
{
    public IncludeFilter<TargetId>? NegativeTargetIdFilter { get; init; }

    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    public TermsFilter? AsinFilter { get; init; }
}
