namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The views over <c>performance_records</c>, row by row: one kind of datasets each, so that sums are right.</summary>
internal sealed class PerformanceViews(ViewParts parts)
{
    private static readonly Entity Campaign = new("ppc_campaigns", "c", "campaign_id", "campaign_id");

    private static readonly Entity AdGroup = new("ppc_ad_groups", "g", "ad_group_id", "ad_group_id");

    private static readonly Entity Keyword = new("ppc_keywords", "k", "keyword_id", "target_id");

    private static readonly string[] Figures =
    [
        "currency", "attribution_days", "impressions", "clicks", "cost", "sales", "orders", "units", "sales_clicks",
        "orders_clicks", "units_clicks", "new_to_brand_sales", "new_to_brand_orders", "new_to_brand_units",
    ];

    /// <summary>No entity has the id 0, so that a join need not make it null: databases have statistics of columns alone.</summary>
    private const string CampaignOrNull = "NULLIF(r.campaign_id, 0)";

    private static readonly (string Name, string Sql)[] CampaignColumns =
    [
        ("portfolio_id", "c.portfolio_id"),
        ("portfolio_name", "f.name"),
        ("campaign_id", "r.campaign_id"),
        ("campaign_name", "c.name"),
    ];

    private static readonly (string Name, string Sql)[] AdGroupColumns =
        [.. CampaignColumns, ("ad_group_id", "r.ad_group_id"), ("ad_group_name", "g.name")];

    private static readonly (string Name, string Sql)[] TargetColumns =
        [.. AdGroupColumns, .. Same("target_id", "target_kind", "target_text", "match_type")];

    private static readonly Spec[] Specs =
    [
        new("campaign_performance", ".campaign", [.. CampaignColumns, ("campaign_state", "c.state")], [])
        {
            Shares = [FactTable.Share],
        },
        new("ad_group_performance", ".ad_group", [.. AdGroupColumns, ("ad_group_state", "g.state")], [AdGroup]),
        new(
            "keyword_performance",
            ".target",
            [
                .. AdGroupColumns,
                ("keyword_id", "r.target_id"),
                ("keyword_text", "k.keyword_text"),
                ("match_type", "k.match_type"),
                ("keyword_state", "k.state"),
            ],
            [AdGroup, Keyword])
        {
            TargetKind = "keyword",
            Shares = [FactTable.Share],
        },
        new("target_performance", ".target", TargetColumns, [AdGroup]) { Shares = [FactTable.Share] },
        new("search_term_performance", ".search_term", [.. TargetColumns, .. Same("search_term")], [AdGroup]),
        new("placement_performance", ".placement", [.. CampaignColumns, .. Same("placement")], []),
        new(
            "product_performance",
            ".advertised_product",
            [.. AdGroupColumns, .. Same("ad_id", "advertised_asin", "advertised_sku")],
            [AdGroup]),
        new(
            "purchased_product_performance",
            ".purchased_product",
            [.. TargetColumns, .. Same("advertised_asin", "advertised_sku", "purchased_asin")],
            [AdGroup]),
    ];

    public static IEnumerable<string> Names => Specs.Select(spec => spec.Name);

    public IEnumerable<ViewDefinition> All => Specs.Select(Define);

    private ViewDefinition Define(Spec spec)
    {
        (string Name, string Sql)[] columns =
        [
            .. Same("account_id", "profile_id"),
            .. Same("profile_name", "country_code"),
            .. Same("dataset", "ad_product", "date"),
            .. spec.Columns,
            .. Same(Figures),
            .. Same(spec.Shares),
            .. parts.Fractions("r"),
            .. parts.InReportingCurrency("r"),
        ];
        string joins = $"""
            {string.Join("\n", spec.Joins.Prepend(Campaign).Select(entity => Join(entity)))}
            LEFT JOIN {parts.Of("ppc_portfolios")} f
              ON f.account_id = c.account_id
              AND f.profile_id = c.profile_id
              AND f.portfolio_id = c.portfolio_id
            {parts.JoinRate("r")}
            WHERE {ViewParts.IsOf("r.dataset", spec.Datasets)}{spec.Condition}
            """;
        return new ViewDefinition(
            spec.Name,
            [.. columns.Select(column => (column.Name, parts.OverRecords(column.Sql, spec.Datasets)))],
            $"""
            {parts.Records}
            {parts.OverRecords(joins, spec.Datasets).Replace(CampaignOrNull, "r.campaign_id", StringComparison.Ordinal)}
            """);
    }

    private string Join(Entity entity) =>
        $"""
        LEFT JOIN {parts.Of(entity.Table)} {entity.Alias}
          ON {entity.Alias}.account_id = r.account_id
          AND {entity.Alias}.profile_id = r.profile_id
          AND {entity.Alias}.{entity.IdColumn} = r.{entity.RecordColumn}
          AND {entity.Alias}.ad_product = r.ad_product
        """;

    private static IEnumerable<(string Name, string Sql)> Same(params string[] names) =>
        names.Select(name => (name, "r." + name));

    private sealed record Entity(string Table, string Alias, string IdColumn, string RecordColumn);

    private sealed record Spec(string Name, string Datasets, (string Name, string Sql)[] Columns, Entity[] Joins)
    {
        /// <summary>The only kind of target whose rows the view has.</summary>
        public string? TargetKind { get; init; }

        public string Condition => TargetKind is null ? "" : $"\n  AND r.target_kind = '{TargetKind}'";

        /// <summary>What cannot be summed, and only these datasets have.</summary>
        public string[] Shares { get; init; } = [];
    }
}
