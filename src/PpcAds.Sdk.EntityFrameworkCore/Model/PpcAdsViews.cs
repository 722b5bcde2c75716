using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The views for people: one dataset family each, so that their sums are right. For the package of a database.</summary>
public static class PpcAdsViews
{
    private const string Metrics =
        """
        r.currency, r.attribution_days, r.impressions, r.clicks, r.cost, r.sales, r.orders, r.units,
          r.sales_clicks, r.orders_clicks, r.units_clicks
        """;

    /// <summary>Ids are unique within an ad product only.</summary>
    private const string Product =
        $"""
        CASE substr(r.dataset, 1, 2)
            WHEN 'sp' THEN '{AdProducts.SponsoredProducts}'
            WHEN 'sb' THEN '{AdProducts.SponsoredBrands}'
            ELSE '{AdProducts.SponsoredDisplay}'
          END
        """;

    private static readonly Entity Campaign = new("ppc_campaigns", "c", "campaign_id", "campaign_id");

    private static readonly Entity AdGroup = new("ppc_ad_groups", "g", "ad_group_id", "ad_group_id");

    private static readonly Entity Keyword = new("ppc_keywords", "k", "keyword_id", "target_id");

    private static readonly View[] Views =
    [
        new("campaign_performance", ".campaign", "r.campaign_id, c.name AS campaign_name, c.state AS campaign_state", Campaign),
        new(
            "ad_group_performance",
            ".ad_group",
            "r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name, g.state AS ad_group_state",
            Campaign,
            AdGroup),
        new(
            "keyword_performance",
            ".target",
            """
            r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name,
              r.target_id AS keyword_id, k.keyword_text, k.match_type, k.state AS keyword_state
            """,
            Campaign,
            AdGroup,
            Keyword) { Condition = "\n  AND r.target_kind = 'keyword'" },
        new(
            "target_performance",
            ".target",
            """
            r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name,
              r.target_id, r.target_kind, r.target_text, r.match_type
            """,
            Campaign,
            AdGroup),
        new(
            "search_term_performance",
            ".search_term",
            """
            r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name,
              r.target_id, r.target_kind, r.target_text, r.match_type, r.search_term
            """,
            Campaign,
            AdGroup),
        new(
            "product_performance",
            ".advertised_product",
            """
            r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name,
              r.ad_id, r.advertised_asin, r.advertised_sku
            """,
            Campaign,
            AdGroup),
    ];

    /// <summary>Gets the names of the views over <c>performance_records</c>.</summary>
    internal static IEnumerable<string> Names => Views.Select(view => view.Name);

    /// <summary>Adds the views to a migration.</summary>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="dialect">The kind of database.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/> for the default one.</param>
    [Experimental(Experimentals.StoreMakers)]
    public static void Create(MigrationBuilder migrationBuilder, PpcAdsModelDialect dialect, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        ArgumentNullException.ThrowIfNull(dialect);
        string prefix = schema is null ? "" : $"\"{schema}\".";
        migrationBuilder.Sql(CreateRecordsSql(dialect, prefix));
        foreach (View view in Views)
        {
            migrationBuilder.Sql(CreateSql(view, prefix));
        }
    }

    /// <summary>Runs the statements of a migration.</summary>
    /// <param name="database">The database.</param>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    [Experimental(Experimentals.StoreMakers)]
    public static async Task RunAsync(
        DatabaseFacade database, MigrationBuilder migrationBuilder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        foreach (SqlOperation operation in migrationBuilder.Operations.OfType<SqlOperation>())
        {
            await database.ExecuteSqlRawAsync(operation.Sql, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the views out again.</summary>
    public static void Drop(MigrationBuilder migrationBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        string prefix = schema is null ? "" : $"\"{schema}\".";
        foreach (View view in Views)
        {
            migrationBuilder.Sql($"DROP VIEW {prefix}{view.Name}");
        }

        migrationBuilder.Sql($"DROP VIEW {prefix}{PpcAdsTables.Records}");
    }

    private static string CreateRecordsSql(PpcAdsModelDialect dialect, string prefix) =>
        $"""
        CREATE VIEW {prefix}{PpcAdsTables.Records} AS
        SELECT
          {string.Join(",\n  ", new RecordColumns(dialect).All.Select(column => $"{column.Sql} AS {column.Name}"))}
        FROM {prefix}{FactTable.Name} r
        JOIN {prefix}{PpcAdsTables.Scopes} s
          ON s.scope_id = r.scope_id
        """;

    private static string CreateSql(View view, string prefix) =>
        $"""
        CREATE VIEW {prefix}{view.Name} AS
        SELECT
          r.account_id, r.profile_id, p.name AS profile_name, p.country_code, r.dataset, r.date,
          {view.Columns},
          {Metrics}
        FROM {prefix}performance_records r
        LEFT JOIN {prefix}ppc_profiles p
          ON p.account_id = r.account_id
          AND p.profile_id = r.profile_id
        {string.Join("\n", view.Joins.Select(entity => JoinSql(entity, prefix)))}
        WHERE r.dataset IN ('sp{view.Datasets}', 'sb{view.Datasets}', 'sd{view.Datasets}'){view.Condition}
        """;

    private static string JoinSql(Entity entity, string prefix) =>
        $"""
        LEFT JOIN {prefix}{entity.Table} {entity.Alias}
          ON {entity.Alias}.account_id = r.account_id
          AND {entity.Alias}.profile_id = r.profile_id
          AND {entity.Alias}.{entity.IdColumn} = r.{entity.RecordColumn}
          AND {entity.Alias}.ad_product = {Product}
        """;

    private sealed record Entity(string Table, string Alias, string IdColumn, string RecordColumn);

    private sealed record View(string Name, string Datasets, string Columns, params Entity[] Joins)
    {
        public string Condition { get; init; } = "";
    }
}
