using Microsoft.EntityFrameworkCore.Migrations;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The views for people: one dataset family each, so that their sums are right. For the package of a database.</summary>
public static class PpcAdsViews
{
    private const string Metrics =
        "r.currency, r.attribution_days, r.impressions, r.clicks, r.cost, r.sales, r.orders, r.units, r.sales_clicks, r.orders_clicks, r.units_clicks";

    private static readonly (string Name, string Columns, string Join, string Datasets)[] Views =
    [
        ("campaign_performance", "r.campaign_id, c.name AS campaign_name, c.state AS campaign_state", Campaign, ".campaign"),
        ("ad_group_performance", "r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name, g.state AS ad_group_state", Campaign + AdGroup, ".ad_group"),
        ("keyword_performance", "r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name, r.target_id AS keyword_id, k.keyword_text, "
            + "k.match_type, k.state AS keyword_state", Campaign + AdGroup + Keyword, ".target"),
        ("target_performance", "r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name, r.target_id, r.target_kind, r.target_text, "
            + "r.match_type", Campaign + AdGroup, ".target"),
        ("search_term_performance", "r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name, r.target_id, r.target_kind, r.target_text, "
            + "r.match_type, r.search_term", Campaign + AdGroup, ".search_term"),
        ("product_performance", "r.campaign_id, c.name AS campaign_name, r.ad_group_id, g.name AS ad_group_name, r.ad_id, r.advertised_asin, r.advertised_sku",
            Campaign + AdGroup, ".advertised_product"),
    ];

    /// <summary>Ids are unique within an ad product only.</summary>
    private const string Product =
        $"CASE substr(r.dataset, 1, 2) WHEN 'sp' THEN '{AdProducts.SponsoredProducts}' WHEN 'sb' THEN '{AdProducts.SponsoredBrands}' ELSE '{AdProducts.SponsoredDisplay}' END";

    private const string Campaign =
        " LEFT JOIN {0}ppc_campaigns c ON c.account_id = r.account_id AND c.profile_id = r.profile_id AND c.campaign_id = r.campaign_id AND c.ad_product = " + Product;

    private const string AdGroup =
        " LEFT JOIN {0}ppc_ad_groups g ON g.account_id = r.account_id AND g.profile_id = r.profile_id AND g.ad_group_id = r.ad_group_id AND g.ad_product = " + Product;

    private const string Keyword =
        " LEFT JOIN {0}ppc_keywords k ON k.account_id = r.account_id AND k.profile_id = r.profile_id AND k.keyword_id = r.target_id AND k.ad_product = " + Product;

    /// <summary>Adds the views to a migration.</summary>
    public static void Create(MigrationBuilder migrationBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        string prefix = schema is null ? "" : $"\"{schema}\".";
        foreach ((string name, string columns, string join, string datasets) in Views)
        {
            string kind = name == "keyword_performance" ? " AND r.target_kind = 'keyword'" : "";
            migrationBuilder.Sql(
                $"CREATE VIEW {prefix}{name} AS SELECT r.account_id, r.profile_id, p.name AS profile_name, p.country_code, r.dataset, r.date, {columns}, {Metrics} "
                + $"FROM {prefix}performance_records r LEFT JOIN {prefix}ppc_profiles p ON p.account_id = r.account_id AND p.profile_id = r.profile_id"
                + join.Replace("{0}", prefix, StringComparison.Ordinal)
                + $" WHERE r.dataset IN ('sp{datasets}', 'sb{datasets}', 'sd{datasets}'){kind}");
        }
    }

    /// <summary>Takes the views out again.</summary>
    public static void Drop(MigrationBuilder migrationBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        string prefix = schema is null ? "" : $"\"{schema}\".";
        foreach ((string name, _, _, _) in Views)
        {
            migrationBuilder.Sql($"DROP VIEW {prefix}{name}");
        }
    }
}
