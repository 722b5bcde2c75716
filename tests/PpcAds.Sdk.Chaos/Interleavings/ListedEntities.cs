using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Pages of lists.</summary>
internal static class ListedEntities
{
    public static IReadOnlyList<CampaignRecord> Campaigns(IEnumerable<long> ids, string state) =>
    [
        .. ids.Select(id => new CampaignRecord
        {
            CampaignId = new CampaignId(id),
            AdProduct = AdProducts.SponsoredProducts,
            Name = $"campaign {id}",
            State = state,
        }),
    ];

    public static IReadOnlyList<KeywordRecord> Keywords(IEnumerable<long> ids, string state) =>
    [
        .. ids.Select(id => new KeywordRecord
        {
            KeywordId = new KeywordId(id),
            AdProduct = AdProducts.SponsoredProducts,
            CampaignId = new CampaignId(1),
            AdGroupId = new AdGroupId(50),
            KeywordText = $"words {id}",
            State = state,
        }),
    ];

    public static IReadOnlyList<TargetRecord> Targets(IEnumerable<long> ids, string state) =>
    [
        .. ids.Select(id => new TargetRecord
        {
            TargetId = new TargetId(id),
            AdProduct = AdProducts.SponsoredProducts,
            CampaignId = new CampaignId(1),
            AdGroupId = new AdGroupId(50),
            TargetKind = "product",
            State = state,
        }),
    ];
}
