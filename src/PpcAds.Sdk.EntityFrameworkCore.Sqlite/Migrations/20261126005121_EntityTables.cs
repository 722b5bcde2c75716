using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class EntityTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sub_type",
                table: "ppc_profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cost_type",
                table: "ppc_campaigns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ppc_ads",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ad_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ad_product = table.Column<string>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: true),
                    ad_group_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    ad_type = table.Column<string>(type: "TEXT", nullable: true),
                    asin = table.Column<string>(type: "TEXT", nullable: true),
                    sku = table.Column<string>(type: "TEXT", nullable: true),
                    landing_page_url = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_ads", x => new { x.account_id, x.profile_id, x.ad_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_negative_keywords",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    keyword_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ad_product = table.Column<string>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: true),
                    ad_group_id = table.Column<long>(type: "INTEGER", nullable: true),
                    keyword_text = table.Column<string>(type: "TEXT", nullable: true),
                    match_type = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_negative_keywords", x => new { x.account_id, x.profile_id, x.keyword_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_negative_targets",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ad_product = table.Column<string>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: true),
                    ad_group_id = table.Column<long>(type: "INTEGER", nullable: true),
                    expression = table.Column<string>(type: "TEXT", nullable: true),
                    resolved_expression = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_negative_targets", x => new { x.account_id, x.profile_id, x.target_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_portfolios",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    portfolio_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    in_budget = table.Column<bool>(type: "INTEGER", nullable: true),
                    budget = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "budget_micros / 1000000.0", stored: false),
                    budget_currency = table.Column<string>(type: "TEXT", nullable: true),
                    budget_policy = table.Column<string>(type: "TEXT", nullable: true),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    budget_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_portfolios", x => new { x.account_id, x.profile_id, x.portfolio_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_targets",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ad_product = table.Column<string>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: true),
                    ad_group_id = table.Column<long>(type: "INTEGER", nullable: true),
                    target_kind = table.Column<string>(type: "TEXT", nullable: true),
                    expression_type = table.Column<string>(type: "TEXT", nullable: true),
                    expression = table.Column<string>(type: "TEXT", nullable: true),
                    resolved_expression = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    bid = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "bid_micros / 1000000.0", stored: false),
                    bid_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_total_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_total_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    performance_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    attribution_days = table.Column<int>(type: "INTEGER", nullable: true),
                    impressions_total = table.Column<long>(type: "INTEGER", nullable: true),
                    clicks_total = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_total = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "cost_total_micros / 1000000.0", stored: false),
                    sales_total = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_total_micros / 1000000.0", stored: false),
                    orders_total = table.Column<long>(type: "INTEGER", nullable: true),
                    units_total = table.Column<long>(type: "INTEGER", nullable: true),
                    ctr_total = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "clicks_total * 1.0 / NULLIF(impressions_total, 0)", stored: false),
                    cpc_total = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "cost_total_micros * 0.000001 / NULLIF(clicks_total, 0)", stored: false),
                    cvr_total = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "orders_total * 1.0 / NULLIF(clicks_total, 0)", stored: false),
                    acos_total = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "cost_total_micros * 1.0 / NULLIF(sales_total_micros, 0)", stored: false),
                    roas_total = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_total_micros * 1.0 / NULLIF(cost_total_micros, 0)", stored: false),
                    impressions_30d = table.Column<long>(type: "INTEGER", nullable: true),
                    clicks_30d = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_30d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "cost_30d_micros / 1000000.0", stored: false),
                    sales_30d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_30d_micros / 1000000.0", stored: false),
                    orders_30d = table.Column<long>(type: "INTEGER", nullable: true),
                    units_30d = table.Column<long>(type: "INTEGER", nullable: true),
                    ctr_30d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "clicks_30d * 1.0 / NULLIF(impressions_30d, 0)", stored: false),
                    cpc_30d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "cost_30d_micros * 0.000001 / NULLIF(clicks_30d, 0)", stored: false),
                    cvr_30d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "orders_30d * 1.0 / NULLIF(clicks_30d, 0)", stored: false),
                    acos_30d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "cost_30d_micros * 1.0 / NULLIF(sales_30d_micros, 0)", stored: false),
                    roas_30d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_30d_micros * 1.0 / NULLIF(cost_30d_micros, 0)", stored: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_targets", x => new { x.account_id, x.profile_id, x.target_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_ads_campaign",
                table: "ppc_ads",
                columns: new[] { "account_id", "profile_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_negative_keywords_campaign",
                table: "ppc_negative_keywords",
                columns: new[] { "account_id", "profile_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_negative_targets_campaign",
                table: "ppc_negative_targets",
                columns: new[] { "account_id", "profile_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_targets_campaign",
                table: "ppc_targets",
                columns: new[] { "account_id", "profile_id", "campaign_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ppc_ads");

            migrationBuilder.DropTable(
                name: "ppc_negative_keywords");

            migrationBuilder.DropTable(
                name: "ppc_negative_targets");

            migrationBuilder.DropTable(
                name: "ppc_portfolios");

            migrationBuilder.DropTable(
                name: "ppc_targets");

            migrationBuilder.DropColumn(
                name: "sub_type",
                table: "ppc_profiles");

            migrationBuilder.DropColumn(
                name: "cost_type",
                table: "ppc_campaigns");
        }
    }
}
