using PpcAds.Sdk.Json;
using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.SponsoredBrands.Wire;

internal sealed record TargetListBody : TokenBody
{
    public int? MaxResults { get; init; }

    public IReadOnlyList<TargetListFilter>? Filters { get; init; }

    public static TargetListBody Of(
        IReadOnlyList<EntityState> states,
        IReadOnlyList<AdGroupId>? adGroups,
        IReadOnlyList<CampaignId>? campaigns,
        SbCreativeType? creativeType)
    {
        List<TargetListFilter> filters = [new("TARGETING_STATE", [.. states.Select(state => AmazonCase.ToCamel(state.Value))])];
        if (adGroups is not null)
        {
            filters.Add(new TargetListFilter("AD_GROUP_ID", [.. adGroups.Select(id => id.ToString())]));
        }

        if (campaigns is not null)
        {
            filters.Add(new TargetListFilter("CAMPAIGN_ID", [.. campaigns.Select(id => id.ToString())]));
        }

        if (creativeType is { } type)
        {
            filters.Add(new TargetListFilter("CREATIVE_TYPE", [AmazonCase.ToCamel(type.Value)]));
        }

        return new TargetListBody { Filters = filters };
    }
}
