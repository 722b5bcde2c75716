using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>What tables show of an entity, whatever its type.</summary>
internal static class TableEntity
{
    public static IReadOnlyDictionary<PerformanceText, string> NoTexts { get; } = new Dictionary<PerformanceText, string>();

    public static CampaignId? CampaignOf(IEntityRecord? entity) => entity switch
    {
        CampaignRecord campaign => campaign.CampaignId,
        AdGroupRecord adGroup => adGroup.CampaignId,
        KeywordRecord keyword => keyword.CampaignId,
        TargetRecord target => target.CampaignId,
        _ => null,
    };

    public static AdGroupId? AdGroupOf(IEntityRecord? entity) => entity switch
    {
        AdGroupRecord adGroup => adGroup.AdGroupId,
        KeywordRecord keyword => keyword.AdGroupId,
        TargetRecord target => target.AdGroupId,
        _ => null,
    };

    public static long? TargetOf(IEntityRecord? entity) => entity is KeywordRecord or TargetRecord ? entity.EntityId : null;

    public static string? KindOf(IEntityRecord? entity) => entity switch
    {
        KeywordRecord => TargetKinds.Keyword,
        TargetRecord target => target.TargetKind,
        _ => null,
    };

    public static string? TextOf(IEntityRecord? entity) => entity switch
    {
        KeywordRecord keyword => keyword.KeywordText,
        TargetRecord target => target.ExpressionType,
        _ => null,
    };

    public static string? StateOf(IEntityRecord? entity) => entity switch
    {
        CampaignRecord campaign => campaign.State,
        AdGroupRecord adGroup => adGroup.State,
        KeywordRecord keyword => keyword.State,
        TargetRecord target => target.State,
        _ => null,
    };

    public static decimal? BidOf(IEntityRecord? entity) => entity switch
    {
        AdGroupRecord adGroup => adGroup.DefaultBid,
        KeywordRecord keyword => keyword.Bid,
        TargetRecord target => target.Bid,
        _ => null,
    };

    public static string? NameOf(DatasetGrain grain, IReadOnlyDictionary<PerformanceText, string> texts, IEntityRecord? entity) =>
        grain switch
        {
            DatasetGrain.Campaign => (entity as CampaignRecord)?.Name,
            DatasetGrain.AdGroup => (entity as AdGroupRecord)?.Name,
            DatasetGrain.Target => texts.GetValueOrDefault(PerformanceText.TargetText) ?? TextOf(entity),
            DatasetGrain.SearchTerm => texts.GetValueOrDefault(PerformanceText.SearchTerm),
            DatasetGrain.Placement => texts.GetValueOrDefault(PerformanceText.Placement),
            _ => texts.GetValueOrDefault(PerformanceText.AdvertisedAsin),
        };

    /// <summary>The key that rows of an entity have which had none in the period.</summary>
    public static string KeyOf(IEntityRecord entity, DatasetGrain grain)
    {
        Span<byte> detail = stackalloc byte[EntityKey.DetailLength];
        EntityKey.WriteIds(detail, AdGroupOf(entity)?.Value, TargetOf(entity), entity is TargetRecord);
        return EntityKeyText.Of(grain, CampaignOf(entity)?.Value ?? 0, detail);
    }
}
