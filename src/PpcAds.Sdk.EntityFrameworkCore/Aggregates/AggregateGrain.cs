using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>
/// Which entities carry the sums of a dataset. Never a finer grain: totals by keyword need not equal totals by campaign.
/// </summary>
/// <param name="Table">Their table.</param>
/// <param name="IdColumn">Its id.</param>
/// <param name="RecordColumn">The id in a row.</param>
/// <param name="Condition">Which rows are of such entities, the rows being <c>r</c>.</param>
/// <param name="StubColumns">What a row says about an entity that is in no list, by the column of the row.</param>
internal sealed record AggregateGrain(
    string Table, string IdColumn, string RecordColumn, string Condition, IReadOnlyList<(string Column, string From)> StubColumns)
{
    private static readonly AggregateGrain Campaign = new(CampaignRecord.Table.Name, "campaign_id", "campaign_id", "true", []);

    private static readonly AggregateGrain AdGroup = new(
        AdGroupRecord.Table.Name, "ad_group_id", "ad_group_id", "true", [("campaign_id", "campaign_id")]);

    private static readonly AggregateGrain Keyword = new(
        KeywordRecord.Table.Name,
        "keyword_id",
        "target_id",
        "r.target_kind = 'keyword'",
        [
            ("campaign_id", "campaign_id"), ("ad_group_id", "ad_group_id"), ("keyword_text", "target_text"),
            ("match_type", "match_type"),
        ]);

    private static readonly AggregateGrain Target = new(
        TargetRecord.Table.Name,
        "target_id",
        "target_id",
        "r.target_kind <> 'keyword'",
        [("campaign_id", "campaign_id"), ("ad_group_id", "ad_group_id"), ("target_kind", "target_kind")]);

    /// <summary>The entities of a dataset, all by the same id column of its rows.</summary>
    public static IReadOnlyList<AggregateGrain> For(Dataset dataset) => dataset.Grain switch
    {
        DatasetGrain.Campaign => [Campaign],
        DatasetGrain.AdGroup => [AdGroup],
        DatasetGrain.Target => [Keyword, Target],
        _ => [],
    };
}
