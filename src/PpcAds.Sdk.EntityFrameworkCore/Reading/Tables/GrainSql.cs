using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>What rows of a grain have in addition to figures, as SQL.</summary>
/// <param name="Dimensions">The columns of facts that rows have, each with its type.</param>
/// <param name="Name">The column that is the name of what has no entity.</param>
internal sealed record GrainSql(IReadOnlyList<(string Column, bool IsText)> Dimensions, string? Name)
{
    /// <summary>Gets all columns that rows of any grain have of facts.</summary>
    public static IReadOnlyList<(string Column, bool IsText)> All { get; } =
    [
        ("ad_group_id", false), ("target_id", false), ("ad_id", false), ("target_kind", true), ("target_text", true),
        ("match_type", true), ("search_term", true), ("placement", true), ("advertised_asin", true), ("advertised_sku", true),
    ];

    /// <summary>Gets the tables of the entities that rows are of; without one, a row is what a report has rows of.</summary>
    public IReadOnlyList<EntitySource> Entities { get; init; } = [];

    public bool HasEntities => Entities.Count > 0;

    public static GrainSql Of(DatasetGrain grain) => grain switch
    {
        DatasetGrain.Campaign => new GrainSql([], null)
        {
            Entities =
            [
                new EntitySource("ppc_campaigns", "campaign_id")
                {
                    AdGroupId = null, Budget = "budget", BudgetType = "e.budget_type",
                },
            ],
        },
        DatasetGrain.AdGroup => new GrainSql(Some("ad_group_id"), null)
        {
            Entities = [new EntitySource("ppc_ad_groups", "ad_group_id") { Bid = "default_bid" }],
        },
        DatasetGrain.Target => new GrainSql(
            Some("ad_group_id", "target_id", "target_kind", "target_text", "match_type"), "target_text")
        {
            Entities =
            [
                new EntitySource("ppc_keywords", "keyword_id")
                {
                    Bid = "bid", Name = "e.keyword_text", Kind = "'keyword'", MatchType = "e.match_type",
                },
                new EntitySource("ppc_targets", "target_id")
                {
                    Bid = "bid", Name = "e.expression_type", Kind = "e.target_kind", IsOtherTarget = 1,
                },
            ],
        },
        DatasetGrain.SearchTerm => new GrainSql(
            Some("ad_group_id", "target_id", "target_kind", "target_text", "match_type", "search_term"), "search_term"),
        DatasetGrain.Placement => new GrainSql(Some("placement"), "placement"),
        _ => new GrainSql(Some("ad_group_id", "ad_id", "advertised_asin", "advertised_sku"), "advertised_asin"),
    };

    private static IReadOnlyList<(string Column, bool IsText)> Some(params string[] columns) =>
        [.. All.Where(one => columns.Contains(one.Column))];

    /// <summary>A table of entities.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="IdColumn">The column of the id.</param>
    internal sealed record EntitySource(string Table, string IdColumn)
    {
        public string Name { get; init; } = "e.name";

        public string? AdGroupId { get; init; } = "e.ad_group_id";

        public string? Budget { get; init; }

        public string? BudgetType { get; init; }

        public string? Bid { get; init; }

        public string? Kind { get; init; }

        public string? MatchType { get; init; }

        public int IsOtherTarget { get; init; }
    }
}
