using PpcAds.Sdk.Lists;
namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record AdGroupListBody : ListBody
{
    public IncludeFilter<AdGroupId>? AdGroupIdFilter { get; init; }

    public IncludeFilter<CampaignId>? CampaignIdFilter { get; init; }

    /// <summary>Bare, unlike the other filters.</summary>
    public TargetingType? CampaignTargetingTypeFilter { get; init; }

    public TermsFilter? NameFilter { get; init; }
}
