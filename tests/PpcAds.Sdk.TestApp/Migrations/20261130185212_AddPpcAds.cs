using System;
using Microsoft.EntityFrameworkCore.Migrations;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;

#nullable disable

namespace PpcAds.Sdk.TestApp.Migrations
{
    /// <inheritdoc />
    internal sealed partial class AddPpcAds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Customer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "performance_changes",
                columns: table => new
                {
                    scope_id = table.Column<int>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    detail = table.Column<byte[]>(type: "BLOB", nullable: false),
                    known_at = table.Column<long>(type: "INTEGER", nullable: false),
                    impressions = table.Column<int>(type: "INTEGER", nullable: true),
                    clicks = table.Column<int>(type: "INTEGER", nullable: true),
                    orders = table.Column<int>(type: "INTEGER", nullable: true),
                    units = table.Column<int>(type: "INTEGER", nullable: true),
                    cost = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "cost_micros / 1000000.0", stored: false),
                    sales = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_micros / 1000000.0", stored: false),
                    cost_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_micros = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_performance_changes", x => new { x.scope_id, x.known_at, x.date, x.campaign_id, x.detail });
                });

            migrationBuilder.CreateTable(
                name: "performance_day_loads",
                columns: table => new
                {
                    scope_id = table.Column<int>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    loaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    report_generated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_performance_day_loads", x => new { x.scope_id, x.date, x.loaded_at });
                });

            migrationBuilder.CreateTable(
                name: "performance_days",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    report_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    report_generated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    loaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    first_loaded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    rows = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_removed = table.Column<long>(type: "INTEGER", nullable: false),
                    impressions = table.Column<long>(type: "INTEGER", nullable: false),
                    clicks = table.Column<long>(type: "INTEGER", nullable: false),
                    cost = table.Column<double>(type: "REAL", nullable: false, computedColumnSql: "cost_micros / 1000000.0", stored: false),
                    checksum = table.Column<long>(type: "INTEGER", nullable: false),
                    cost_micros = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_performance_days", x => new { x.account_id, x.profile_id, x.dataset, x.date });
                });

            migrationBuilder.CreateTable(
                name: "performance_facts",
                columns: table => new
                {
                    scope_id = table.Column<int>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    detail = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ad_group_id = table.Column<long>(type: "INTEGER", nullable: true),
                    ad_id = table.Column<long>(type: "INTEGER", nullable: true),
                    target_id = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    impressions = table.Column<int>(type: "INTEGER", nullable: true),
                    viewable_impressions = table.Column<int>(type: "INTEGER", nullable: true),
                    clicks = table.Column<int>(type: "INTEGER", nullable: true),
                    orders = table.Column<int>(type: "INTEGER", nullable: true),
                    units = table.Column<int>(type: "INTEGER", nullable: true),
                    orders_clicks = table.Column<int>(type: "INTEGER", nullable: true),
                    units_clicks = table.Column<int>(type: "INTEGER", nullable: true),
                    orders_1d = table.Column<int>(type: "INTEGER", nullable: true),
                    orders_7d = table.Column<int>(type: "INTEGER", nullable: true),
                    orders_14d = table.Column<int>(type: "INTEGER", nullable: true),
                    orders_30d = table.Column<int>(type: "INTEGER", nullable: true),
                    units_1d = table.Column<int>(type: "INTEGER", nullable: true),
                    units_7d = table.Column<int>(type: "INTEGER", nullable: true),
                    units_14d = table.Column<int>(type: "INTEGER", nullable: true),
                    units_30d = table.Column<int>(type: "INTEGER", nullable: true),
                    new_to_brand_orders = table.Column<int>(type: "INTEGER", nullable: true),
                    new_to_brand_units = table.Column<int>(type: "INTEGER", nullable: true),
                    kindle_pages_read = table.Column<int>(type: "INTEGER", nullable: true),
                    attribution_days = table.Column<short>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    target_kind = table.Column<string>(type: "TEXT", nullable: true),
                    target_text = table.Column<string>(type: "TEXT", nullable: true),
                    match_type = table.Column<string>(type: "TEXT", nullable: true),
                    search_term = table.Column<string>(type: "TEXT", nullable: true),
                    placement = table.Column<string>(type: "TEXT", nullable: true),
                    advertised_asin = table.Column<string>(type: "TEXT", nullable: true),
                    advertised_sku = table.Column<string>(type: "TEXT", nullable: true),
                    purchased_asin = table.Column<string>(type: "TEXT", nullable: true),
                    cost = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "cost_micros / 1000000.0", stored: false),
                    sales = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_micros / 1000000.0", stored: false),
                    sales_clicks = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_clicks_micros / 1000000.0", stored: false),
                    sales_1d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_1d_micros / 1000000.0", stored: false),
                    sales_7d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_7d_micros / 1000000.0", stored: false),
                    sales_14d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_14d_micros / 1000000.0", stored: false),
                    sales_30d = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_30d_micros / 1000000.0", stored: false),
                    sales_promoted = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "sales_promoted_micros / 1000000.0", stored: false),
                    new_to_brand_sales = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "new_to_brand_sales_micros / 1000000.0", stored: false),
                    kindle_royalties = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "kindle_royalties_micros / 1000000.0", stored: false),
                    top_of_search_impression_share = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "top_of_search_impression_share_micros / 1000000.0", stored: false),
                    extra = table.Column<string>(type: "TEXT", nullable: true),
                    cost_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    kindle_royalties_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    new_to_brand_sales_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_14d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_1d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_7d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_clicks_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_promoted_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    top_of_search_impression_share_micros = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_performance_facts", x => new { x.scope_id, x.date, x.campaign_id, x.detail });
                });

            migrationBuilder.CreateTable(
                name: "performance_scopes",
                columns: table => new
                {
                    scope_id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ad_product = table.Column<string>(type: "TEXT", nullable: false, computedColumnSql: "CASE substr(dataset, 1, 2) WHEN 'sp' THEN 'SPONSORED_PRODUCTS' WHEN 'sb' THEN 'SPONSORED_BRANDS' ELSE 'SPONSORED_DISPLAY' END", stored: true),
                    metrics = table.Column<long>(type: "INTEGER", nullable: false),
                    known_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_performance_scopes", x => x.scope_id);
                });

            migrationBuilder.CreateTable(
                name: "ppc_accounts",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    contact_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    external_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    consented_at = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_accounts", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "ppc_ad_groups",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ad_group_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ad_product = table.Column<string>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    default_bid = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "default_bid_micros / 1000000.0", stored: false),
                    cost_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_total_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    default_bid_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_total_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_ppc_ad_groups", x => new { x.account_id, x.profile_id, x.ad_group_id, x.ad_product });
                });

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
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_ads", x => new { x.account_id, x.profile_id, x.ad_id, x.ad_product });
                });

            migrationBuilder.CreateTable(
                name: "ppc_campaigns",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    campaign_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ad_product = table.Column<string>(type: "TEXT", nullable: false),
                    portfolio_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    targeting_type = table.Column<string>(type: "TEXT", nullable: true),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    budget = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "budget_micros / 1000000.0", stored: false),
                    budget_type = table.Column<string>(type: "TEXT", nullable: true),
                    cost_type = table.Column<string>(type: "TEXT", nullable: true),
                    bidding_strategy = table.Column<string>(type: "TEXT", nullable: true),
                    budget_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_total_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_total_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_ppc_campaigns", x => new { x.account_id, x.profile_id, x.campaign_id, x.ad_product });
                });

            migrationBuilder.CreateTable(
                name: "ppc_dataset_refusals",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    refusals = table.Column<int>(type: "INTEGER", nullable: false),
                    refused_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_dataset_refusals", x => new { x.account_id, x.profile_id, x.dataset });
                });

            migrationBuilder.CreateTable(
                name: "ppc_exchange_rates",
                columns: table => new
                {
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rate = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_exchange_rates", x => new { x.currency, x.date });
                });

            migrationBuilder.CreateTable(
                name: "ppc_ingestion_runs",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    skipped = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_ingestion_runs", x => x.run_id);
                });

            migrationBuilder.CreateTable(
                name: "ppc_keywords",
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
                    bid = table.Column<double>(type: "REAL", nullable: true, computedColumnSql: "bid_micros / 1000000.0", stored: false),
                    bid_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    cost_total_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_30d_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    sales_total_micros = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_ppc_keywords", x => new { x.account_id, x.profile_id, x.keyword_id, x.ad_product });
                });

            migrationBuilder.CreateTable(
                name: "ppc_learned_rates",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    operation_class = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    calls_per_second = table.Column<double>(type: "REAL", nullable: false),
                    learned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    quiet_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_learned_rates", x => new { x.account, x.region, x.operation_class });
                });

            migrationBuilder.CreateTable(
                name: "ppc_leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    lease_owner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    lease_epoch = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_leases", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "ppc_loads",
                columns: table => new
                {
                    load_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    loaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_suspect = table.Column<bool>(type: "INTEGER", nullable: false),
                    inserted = table.Column<long>(type: "INTEGER", nullable: false),
                    changed = table.Column<long>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<long>(type: "INTEGER", nullable: false),
                    removed = table.Column<long>(type: "INTEGER", nullable: false),
                    rejected = table.Column<long>(type: "INTEGER", nullable: false),
                    ignored = table.Column<long>(type: "INTEGER", nullable: false),
                    duplicates = table.Column<long>(type: "INTEGER", nullable: false),
                    rounded_amounts = table.Column<long>(type: "INTEGER", nullable: false),
                    removal_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_loads", x => x.load_id);
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
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_negative_keywords", x => new { x.account_id, x.profile_id, x.keyword_id, x.ad_product });
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
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_negative_targets", x => new { x.account_id, x.profile_id, x.target_id, x.ad_product });
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
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_portfolios", x => new { x.account_id, x.profile_id, x.portfolio_id });
                });

            migrationBuilder.CreateTable(
                name: "ppc_queued_runs",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    request_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    slot = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: true),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    datasets = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    synced_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    steps = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_queued_runs", x => x.run_id);
                });

            migrationBuilder.CreateTable(
                name: "ppc_report_jobs",
                columns: table => new
                {
                    job_id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    dataset = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    report_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    generated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    removal_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    lease_owner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    lease_epoch = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_report_jobs", x => x.job_id);
                });

            migrationBuilder.CreateTable(
                name: "ppc_secret_canary",
                columns: table => new
                {
                    canary_id = table.Column<int>(type: "INTEGER", nullable: false),
                    protected_text = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_secret_canary", x => x.canary_id);
                });

            migrationBuilder.CreateTable(
                name: "ppc_sync_issues",
                columns: table => new
                {
                    issue_id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: true),
                    step = table.Column<string>(type: "TEXT", nullable: false),
                    report_id = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_sync_issues", x => x.issue_id);
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
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_ppc_targets", x => new { x.account_id, x.profile_id, x.target_id, x.ad_product });
                });

            migrationBuilder.CreateTable(
                name: "ppc_account_credentials",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    protected_client_secret = table.Column<string>(type: "TEXT", nullable: false),
                    protected_refresh_token = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_account_credentials", x => x.account_id);
                    table.ForeignKey(
                        name: "FK_ppc_account_credentials_ppc_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "ppc_accounts",
                        principalColumn: "account_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ppc_profiles",
                columns: table => new
                {
                    account_id = table.Column<long>(type: "INTEGER", nullable: false),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    country_code = table.Column<string>(type: "TEXT", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    time_zone = table.Column<string>(type: "TEXT", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: true),
                    sub_type = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    advertiser_id = table.Column<string>(type: "TEXT", nullable: true),
                    marketplace_id = table.Column<string>(type: "TEXT", nullable: true),
                    is_view_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    raw_json = table.Column<string>(type: "TEXT", nullable: true),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_profiles", x => new { x.account_id, x.profile_id });
                    table.ForeignKey(
                        name: "FK_ppc_profiles_ppc_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "ppc_accounts",
                        principalColumn: "account_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_performance_scopes_dataset",
                table: "performance_scopes",
                columns: new[] { "account_id", "profile_id", "dataset" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ppc_accounts_external_key",
                table: "ppc_accounts",
                column: "external_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ppc_ad_groups_campaign",
                table: "ppc_ad_groups",
                columns: new[] { "campaign_id", "account_id", "profile_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_ads_campaign",
                table: "ppc_ads",
                columns: new[] { "campaign_id", "account_id", "profile_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_keywords_campaign",
                table: "ppc_keywords",
                columns: new[] { "campaign_id", "account_id", "profile_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_negative_keywords_campaign",
                table: "ppc_negative_keywords",
                columns: new[] { "campaign_id", "account_id", "profile_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_negative_targets_campaign",
                table: "ppc_negative_targets",
                columns: new[] { "campaign_id", "account_id", "profile_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_account",
                table: "ppc_queued_runs",
                columns: new[] { "account_id", "run_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_open",
                table: "ppc_queued_runs",
                column: "request_key",
                unique: true,
                filter: "state IN ('queued', 'running')");

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_slot",
                table: "ppc_queued_runs",
                column: "slot",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ppc_report_jobs_account",
                table: "ppc_report_jobs",
                columns: new[] { "account_id", "job_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_report_jobs_due",
                table: "ppc_report_jobs",
                column: "due_at",
                filter: "state NOT IN ('loaded', 'abandoned')");

            migrationBuilder.CreateIndex(
                name: "ix_ppc_report_jobs_open",
                table: "ppc_report_jobs",
                columns: new[] { "account_id", "profile_id", "dataset", "start_date", "end_date" },
                unique: true,
                filter: "state NOT IN ('loaded', 'abandoned')");

            migrationBuilder.CreateIndex(
                name: "ix_ppc_sync_issues_account",
                table: "ppc_sync_issues",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_targets_campaign",
                table: "ppc_targets",
                columns: new[] { "campaign_id", "account_id", "profile_id" });

            migrationBuilder.CreatePpcAdsViews();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPpcAdsViews();

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "performance_changes");

            migrationBuilder.DropTable(
                name: "performance_day_loads");

            migrationBuilder.DropTable(
                name: "performance_days");

            migrationBuilder.DropTable(
                name: "performance_facts");

            migrationBuilder.DropTable(
                name: "performance_scopes");

            migrationBuilder.DropTable(
                name: "ppc_account_credentials");

            migrationBuilder.DropTable(
                name: "ppc_ad_groups");

            migrationBuilder.DropTable(
                name: "ppc_ads");

            migrationBuilder.DropTable(
                name: "ppc_campaigns");

            migrationBuilder.DropTable(
                name: "ppc_dataset_refusals");

            migrationBuilder.DropTable(
                name: "ppc_exchange_rates");

            migrationBuilder.DropTable(
                name: "ppc_ingestion_runs");

            migrationBuilder.DropTable(
                name: "ppc_keywords");

            migrationBuilder.DropTable(
                name: "ppc_learned_rates");

            migrationBuilder.DropTable(
                name: "ppc_leases");

            migrationBuilder.DropTable(
                name: "ppc_loads");

            migrationBuilder.DropTable(
                name: "ppc_negative_keywords");

            migrationBuilder.DropTable(
                name: "ppc_negative_targets");

            migrationBuilder.DropTable(
                name: "ppc_portfolios");

            migrationBuilder.DropTable(
                name: "ppc_profiles");

            migrationBuilder.DropTable(
                name: "ppc_queued_runs");

            migrationBuilder.DropTable(
                name: "ppc_report_jobs");

            migrationBuilder.DropTable(
                name: "ppc_secret_canary");

            migrationBuilder.DropTable(
                name: "ppc_sync_issues");

            migrationBuilder.DropTable(
                name: "ppc_targets");

            migrationBuilder.DropTable(
                name: "ppc_accounts");
        }
    }
}
