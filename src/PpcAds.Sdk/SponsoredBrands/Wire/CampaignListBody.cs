using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredBrands.Wire;

internal sealed record CampaignListBody : ListBody
{
    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    public IncludeFilter<PortfolioId>? PortfolioIdFilter { get; init; }

    public IncludeFilter<CampaignGoal>? GoalTypeFilter { get; init; }

    public TermsFilter? NameFilter { get; init; }
}
