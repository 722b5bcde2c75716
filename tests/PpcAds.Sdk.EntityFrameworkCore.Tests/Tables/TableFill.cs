namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Tables;

/// <summary>
/// Five million rows by SQL: 4 profiles of 2,500 campaigns with 60 days, and of 25,000 keywords with 44 days each.
/// </summary>
internal static class TableFill
{
    /// <summary>Impressions, clicks, cost, sales, orders, units and their windows.</summary>
    private const long Reported = (1L << 23) - 1;

    public static string PostgreSql(long account) =>
        $"""
        SET statement_timeout = 0;
        INSERT INTO ppc_profiles (account_id, profile_id, region, currency, time_zone, is_view_only, source, first_seen_at, last_seen_at, changed_at)
        SELECT {account}, 1000 + p, 'north_america', 'USD', 'UTC', false, 'list', now(), now(), now() FROM generate_series(1, 4) p;
        INSERT INTO ppc_campaigns (account_id, profile_id, campaign_id, ad_product, name, state, source, first_seen_at, last_seen_at, changed_at)
        SELECT {account}, 1000 + p, c, 'SPONSORED_PRODUCTS', 'Campaign ' || c, 'ENABLED', 'list', now(), now(), now()
        FROM generate_series(1, 4) p, generate_series(1, 2500) c;
        INSERT INTO ppc_keywords (account_id, profile_id, keyword_id, ad_product, campaign_id, ad_group_id, keyword_text, state, source, first_seen_at, last_seen_at, changed_at)
        SELECT {account}, 1000 + p, k, 'SPONSORED_PRODUCTS', 1 + k % 2500, 1 + k % 2500, 'keyword ' || k, 'ENABLED', 'list', now(), now(), now()
        FROM generate_series(1, 4) p, generate_series(1, 25000) k;
        INSERT INTO performance_days (account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, rows, rows_removed, impressions, clicks, cost, checksum)
        SELECT {account}, 1000 + p, s, date '2026-03-14' - d, 'loaded', 'r', now(), now(), 500, 0, 0, 0, 0, 0
        FROM generate_series(1, 4) p, generate_series(0, 59) d, unnest(ARRAY['sp.campaign', 'sp.target']) s;
        INSERT INTO performance_scopes (account_id, profile_id, dataset, metrics)
        SELECT {account}, 1000 + p, s, {Reported} FROM generate_series(1, 4) p, unnest(ARRAY['sp.campaign', 'sp.target']) s;
        INSERT INTO performance_facts (scope_id, date, campaign_id, detail, currency, attribution_days, impressions, clicks, cost, sales, orders, units, changed_at)
        SELECT s.scope_id, date '2026-03-14' - d, c, '{default(Guid)}', 'USD', 7, 100 + c % 7, c % 5, 1.5 + c % 11, 10 + d % 3, 1, 1, now()
        FROM performance_scopes s, generate_series(0, 59) d, generate_series(1, 2500) c
        WHERE s.dataset = 'sp.campaign';
        INSERT INTO performance_facts (
          scope_id, date, campaign_id, detail, ad_group_id, target_id, target_kind, target_text, match_type, currency, attribution_days,
          impressions, clicks, cost, sales, orders, units, changed_at)
        SELECT
          s.scope_id, date '2026-03-14' - d, 1 + k % 2500, (lpad(to_hex(1 + k % 2500), 16, '0') || lpad(to_hex(k), 16, '0'))::uuid, 1 + k % 2500, k,
          'keyword', 'keyword ' || k, 'EXACT', 'USD', 7, 100, k % 5, 1.5 + k % 11, 10, 1, 1, now()
        FROM performance_scopes s, generate_series(0, 43) d, generate_series(1, 25000) k
        WHERE s.dataset = 'sp.target';
        ANALYZE;
        """;

    public static string Sqlite(long account) =>
        $"""
        PRAGMA synchronous = OFF;
        CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 25000) SELECT i FROM n;
        INSERT INTO ppc_profiles (account_id, profile_id, region, currency, time_zone, is_view_only, source, first_seen_at, last_seen_at, changed_at)
        SELECT {account}, 1000 + p.i, 'north_america', 'USD', 'UTC', 0, 'list', 0, 0, 0 FROM n p WHERE p.i BETWEEN 1 AND 4;
        INSERT INTO ppc_campaigns (account_id, profile_id, campaign_id, ad_product, name, state, source, first_seen_at, last_seen_at, changed_at)
        SELECT {account}, 1000 + p.i, c.i, 'SPONSORED_PRODUCTS', 'Campaign ' || c.i, 'ENABLED', 'list', 0, 0, 0
        FROM n p, n c WHERE p.i BETWEEN 1 AND 4 AND c.i BETWEEN 1 AND 2500;
        INSERT INTO ppc_keywords (account_id, profile_id, keyword_id, ad_product, campaign_id, ad_group_id, keyword_text, state, source, first_seen_at, last_seen_at, changed_at)
        SELECT {account}, 1000 + p.i, k.i, 'SPONSORED_PRODUCTS', 1 + k.i % 2500, 1 + k.i % 2500, 'keyword ' || k.i, 'ENABLED', 'list', 0, 0, 0
        FROM n p, n k WHERE p.i BETWEEN 1 AND 4 AND k.i BETWEEN 1 AND 25000;
        INSERT INTO performance_days (account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, rows, rows_removed, impressions, clicks, cost_micros, checksum)
        SELECT {account}, 1000 + p.i, s.column1, date('2026-03-14', '-' || d.i || ' days'), 'loaded', 'r', 0, 0, 500, 0, 0, 0, 0, 0
        FROM n p, n d, (VALUES ('sp.campaign'), ('sp.target')) s WHERE p.i BETWEEN 1 AND 4 AND d.i < 60;
        INSERT INTO performance_scopes (account_id, profile_id, dataset, metrics)
        SELECT {account}, 1000 + p.i, s.column1, {Reported} FROM n p, (VALUES ('sp.campaign'), ('sp.target')) s WHERE p.i BETWEEN 1 AND 4;
        INSERT INTO performance_facts (scope_id, date, campaign_id, detail, currency, attribution_days, impressions, clicks, cost_micros, sales_micros, orders, units, changed_at)
        SELECT s.scope_id, date('2026-03-14', '-' || (59 - d.i) || ' days'), c.i, zeroblob(16), 'USD', 7, 100 + c.i % 7, c.i % 5, 1500000 + 1000000 * (c.i % 11), 10000000 + d.i % 3, 1, 1, 0
        FROM performance_scopes s CROSS JOIN n d CROSS JOIN n c
        WHERE s.dataset = 'sp.campaign' AND d.i < 60 AND c.i BETWEEN 1 AND 2500;
        INSERT INTO performance_facts (
          scope_id, date, campaign_id, detail, ad_group_id, target_id, target_kind, target_text, match_type, currency, attribution_days,
          impressions, clicks, cost_micros, sales_micros, orders, units, changed_at)
        SELECT
          s.scope_id, date('2026-03-14', '-' || (43 - d.i) || ' days'), 1 + k.i % 2500, unhex(printf('%016x%016x', 1 + k.i % 2500, k.i)), 1 + k.i % 2500, k.i,
          'keyword', 'keyword ' || k.i, 'EXACT', 'USD', 7, 100, k.i % 5, 1500000 + 1000000 * (k.i % 11), 10000000, 1, 1, 0
        FROM performance_scopes s CROSS JOIN n d CROSS JOIN n k
        WHERE s.dataset = 'sp.target' AND d.i < 44 AND k.i BETWEEN 1 AND 25000;
        """;
}
