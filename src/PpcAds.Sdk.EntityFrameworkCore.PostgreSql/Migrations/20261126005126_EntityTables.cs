using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql.Migrations
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
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cost_type",
                table: "ppc_campaigns",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ppc_ads",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    profile_id = table.Column<long>(type: "bigint", nullable: false),
                    ad_id = table.Column<long>(type: "bigint", nullable: false),
                    ad_product = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<long>(type: "bigint", nullable: true),
                    ad_group_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    ad_type = table.Column<string>(type: "text", nullable: true),
                    asin = table.Column<string>(type: "text", nullable: true),
                    sku = table.Column<string>(type: "text", nullable: true),
                    landing_page_url = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_ads", x => new { x.account_id, x.profile_id, x.ad_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_negative_keywords",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    profile_id = table.Column<long>(type: "bigint", nullable: false),
                    keyword_id = table.Column<long>(type: "bigint", nullable: false),
                    ad_product = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<long>(type: "bigint", nullable: true),
                    ad_group_id = table.Column<long>(type: "bigint", nullable: true),
                    keyword_text = table.Column<string>(type: "text", nullable: true),
                    match_type = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_negative_keywords", x => new { x.account_id, x.profile_id, x.keyword_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_negative_targets",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    profile_id = table.Column<long>(type: "bigint", nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    ad_product = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<long>(type: "bigint", nullable: true),
                    ad_group_id = table.Column<long>(type: "bigint", nullable: true),
                    expression = table.Column<string>(type: "text", nullable: true),
                    resolved_expression = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_negative_targets", x => new { x.account_id, x.profile_id, x.target_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_portfolios",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    profile_id = table.Column<long>(type: "bigint", nullable: false),
                    portfolio_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    in_budget = table.Column<bool>(type: "boolean", nullable: true),
                    budget = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    budget_currency = table.Column<string>(type: "text", nullable: true),
                    budget_policy = table.Column<string>(type: "text", nullable: true),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_portfolios", x => new { x.account_id, x.profile_id, x.portfolio_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_targets",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "bigint", nullable: false),
                    profile_id = table.Column<long>(type: "bigint", nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    ad_product = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<long>(type: "bigint", nullable: true),
                    ad_group_id = table.Column<long>(type: "bigint", nullable: true),
                    target_kind = table.Column<string>(type: "text", nullable: true),
                    expression_type = table.Column<string>(type: "text", nullable: true),
                    expression = table.Column<string>(type: "text", nullable: true),
                    resolved_expression = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: true),
                    bid = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    performance_from = table.Column<DateOnly>(type: "date", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    attribution_days = table.Column<int>(type: "integer", nullable: true),
                    impressions_total = table.Column<long>(type: "bigint", nullable: true),
                    clicks_total = table.Column<long>(type: "bigint", nullable: true),
                    cost_total = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    sales_total = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    orders_total = table.Column<long>(type: "bigint", nullable: true),
                    units_total = table.Column<long>(type: "bigint", nullable: true),
                    ctr_total = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "clicks_total::double precision / NULLIF(impressions_total, 0)::double precision", stored: true),
                    cpc_total = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "cost_total::double precision / NULLIF(clicks_total, 0)::double precision", stored: true),
                    cvr_total = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "orders_total::double precision / NULLIF(clicks_total, 0)::double precision", stored: true),
                    acos_total = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "cost_total::double precision / NULLIF(sales_total, 0)::double precision", stored: true),
                    roas_total = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "sales_total::double precision / NULLIF(cost_total, 0)::double precision", stored: true),
                    impressions_30d = table.Column<long>(type: "bigint", nullable: true),
                    clicks_30d = table.Column<long>(type: "bigint", nullable: true),
                    cost_30d = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    sales_30d = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    orders_30d = table.Column<long>(type: "bigint", nullable: true),
                    units_30d = table.Column<long>(type: "bigint", nullable: true),
                    ctr_30d = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "clicks_30d::double precision / NULLIF(impressions_30d, 0)::double precision", stored: true),
                    cpc_30d = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "cost_30d::double precision / NULLIF(clicks_30d, 0)::double precision", stored: true),
                    cvr_30d = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "orders_30d::double precision / NULLIF(clicks_30d, 0)::double precision", stored: true),
                    acos_30d = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "cost_30d::double precision / NULLIF(sales_30d, 0)::double precision", stored: true),
                    roas_30d = table.Column<double>(type: "double precision", nullable: true, computedColumnSql: "sales_30d::double precision / NULLIF(cost_30d, 0)::double precision", stored: true)
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
