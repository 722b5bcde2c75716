using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record TargetingClauseListBody : ListBody
{
    public IncludeFilter<TargetId>? TargetIdFilter { get; init; }

    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    public IncludeFilter<TargetingExpressionType>? ExpressionTypeFilter { get; init; }

    public TermsFilter? AsinFilter { get; init; }
}
