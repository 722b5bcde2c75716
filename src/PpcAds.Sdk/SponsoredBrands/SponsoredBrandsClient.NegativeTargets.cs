using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredBrands.Wire;

namespace PpcAds.Sdk.SponsoredBrands;

/// <content>Negative targets.</content>
public sealed partial class SponsoredBrandsClient
{
    private static readonly TokenList NegativeTargetsList = Version3("negativeTargets", "sblistnegativetargetsresponse.v3.2");

    /// <summary>Lists negative targets.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SbNegativeTarget> ListNegativeTargetsAsync(SbNegativeTargetFilter? filter = null)
    {
        filter ??= new SbNegativeTargetFilter();
        IReadOnlyList<EntityState> states = [.. filter.States.Where(state => state != EntityState.Paused)];
        CheckCreativeType(new FilterRules("The negative target filter"), filter.CreativeType)
            .Common(filter)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
            .Refuse(
                filter.States.Count > 0 && states.Count == 0,
                nameof(filter.States),
                "PAUSED",
                "is no state of a negative target.",
                "ENABLED",
                "PENDING",
                "ARCHIVED")
            .Refuse(
                filter is { AdGroupIds: not null, CampaignIds: not null, CreativeType: not null },
                nameof(filter.CreativeType),
                filter.CreativeType?.Value,
                TooManyFilters)
            .Enforce();
        IEnumerable<TargetListBody> bodies =
            from adGroups in FilterParts.Cut(filter.AdGroupIds, IdsOfVersion3)
            from campaigns in FilterParts.Cut(filter.CampaignIds, IdsOfVersion3)
            select TargetListBody.Of(
                states, adGroups, campaigns, filter.CreativeType) with
            { MaxResults = _lists.PageSizeOf(filter) };
        return _lists.ByToken(
            NegativeTargetsList,
            bodies,
            SponsoredBrandsTargetingJsonContext.Default.TargetListBody,
            SponsoredBrandsTargetingJsonContext.Default.IReadOnlyListSbNegativeTarget,
            negativeTarget => negativeTarget.TargetId.Value);
    }
}
