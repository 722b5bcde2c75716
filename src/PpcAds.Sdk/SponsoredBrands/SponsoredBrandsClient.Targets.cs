using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.SponsoredBrands.Wire;

namespace PpcAds.Sdk.SponsoredBrands;

/// <content>Product targets.</content>
public sealed partial class SponsoredBrandsClient
{
    private static readonly TokenList TargetsList = Version3("targets", "sblisttargetsresponse.v3.2");

    /// <summary>Lists product targets. Keywords and themes have lists of their own.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all that are enabled, paused or archived.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<SbTarget> ListTargetsAsync(SbTargetFilter? filter = null)
    {
        filter ??= new SbTargetFilter();
        CheckCreativeType(new FilterRules("The target filter"), filter.CreativeType)
            .Common(filter)
            .Ids(nameof(filter.AdGroupIds), filter.AdGroupIds)
            .Ids(nameof(filter.CampaignIds), filter.CampaignIds)
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
                filter.States, adGroups, campaigns, filter.CreativeType) with
            { MaxResults = _lists.PageSizeOf(filter) };
        return _lists.ByToken(
            TargetsList,
            bodies,
            SponsoredBrandsTargetingJsonContext.Default.TargetListBody,
            SponsoredBrandsTargetingJsonContext.Default.IReadOnlyListSbTarget,
            target => target.TargetId.Value);
    }
}
