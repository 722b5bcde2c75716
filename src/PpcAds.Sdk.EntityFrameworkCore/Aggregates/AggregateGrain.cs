using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>Which entities carry the sums of a dataset. Never a finer grain: totals by keyword need not equal totals by campaign.</summary>
internal sealed record AggregateGrain(
    string Table, string IdColumn, string RecordColumn, string Condition, IReadOnlyList<(string Column, string From)> StubColumns)
{
    private static readonly AggregateGrain Campaign = new(CampaignRecord.Table.Name, "campaign_id", "campaign_id", "r.campaign_id IS NOT NULL", []);

    private static readonly AggregateGrain AdGroup =
        new(AdGroupRecord.Table.Name, "ad_group_id", "ad_group_id", "r.ad_group_id IS NOT NULL", [("campaign_id", "r.campaign_id")]);

    private static readonly AggregateGrain Keyword = new(
        KeywordRecord.Table.Name,
        "keyword_id",
        "target_id",
        "r.target_kind = 'keyword' AND r.target_id IS NOT NULL",
        [
            ("campaign_id", "r.campaign_id"), ("ad_group_id", "r.ad_group_id"), ("keyword_text", "r.target_text"), ("match_type", "r.match_type"),
        ]);

    private static readonly AggregateGrain Target = new(
        TargetRecord.Table.Name,
        "target_id",
        "target_id",
        "r.target_kind <> 'keyword' AND r.target_id IS NOT NULL",
        [("campaign_id", "r.campaign_id"), ("ad_group_id", "r.ad_group_id"), ("target_kind", "r.target_kind")]);

    public static IReadOnlyList<AggregateGrain> For(Dataset dataset) => dataset.Grain switch
    {
        DatasetGrain.Campaign => [Campaign],
        DatasetGrain.AdGroup => [AdGroup],
        DatasetGrain.Target => [Keyword, Target],
        _ => [],
    };
}
