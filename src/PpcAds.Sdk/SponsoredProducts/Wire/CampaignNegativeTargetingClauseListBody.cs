using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record CampaignNegativeTargetingClauseListBody : ListBody
{
    public IncludeFilter<TargetId>? CampaignNegativeTargetIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    public TermsFilter? AsinFilter { get; init; }
}
