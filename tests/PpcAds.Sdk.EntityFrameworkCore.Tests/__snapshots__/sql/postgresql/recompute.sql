SELECT d.account_id, d.profile_id, d.dataset, p.currency, p.type, p.profile_id
FROM (
  SELECT account_id, profile_id, dataset
  FROM performance_days
  WHERE dataset IN ('sb.ad', 'sb.ad_group', 'sb.campaign', 'sb.placement', 'sb.purchased_product', 'sb.search_term', 'sb.target', 'sd.ad_group', 'sd.advertised_product', 'sd.campaign', 'sd.purchased_product', 'sd.target', 'sp.ad_group', 'sp.advertised_product', 'sp.campaign', 'sp.placement', 'sp.purchased_product', 'sp.search_term', 'sp.target')
    AND account_id = @account
  UNION
  SELECT account_id, profile_id, dataset
  FROM performance_scopes
  WHERE dataset IN ('sb.ad', 'sb.ad_group', 'sb.campaign', 'sb.placement', 'sb.purchased_product', 'sb.search_term', 'sb.target', 'sd.ad_group', 'sd.advertised_product', 'sd.campaign', 'sd.purchased_product', 'sd.target', 'sp.ad_group', 'sp.advertised_product', 'sp.campaign', 'sp.placement', 'sp.purchased_product', 'sp.search_term', 'sp.target')
    AND account_id = @account) AS d
LEFT JOIN ppc_profiles p
  ON p.account_id = d.account_id
  AND p.profile_id = d.profile_id;

SET LOCAL work_mem = '64MB';
SET LOCAL idle_in_transaction_session_timeout = 60000;
SET LOCAL lock_timeout = 3000;
SELECT pg_advisory_xact_lock(hashtextextended('ppcads.load.1.1001.sp.campaign', 0)) IS NOT NULL;

SET LOCAL idle_in_transaction_session_timeout = 60000;
SELECT pg_advisory_xact_lock(hashtextextended('ppcads.entities.1.1001', 0));

SELECT 1
FROM ppc_accounts a
WHERE a.account_id = @account
FOR KEY SHARE;

SELECT scope_id, metrics, known_at
FROM performance_scopes
WHERE account_id = @account
  AND profile_id = @profile
  AND dataset = @dataset;

SELECT scope_id, metrics
FROM performance_scopes
WHERE account_id = @account
  AND profile_id = @profile
  AND dataset = @dataset;

SELECT
  r.date, r.campaign_id, r.detail, r.ad_group_id, r.ad_id, r.target_id, r.attribution_days, r.currency,
  r.target_kind, r.target_text, r.match_type, r.search_term, r.placement, r.advertised_asin, r.advertised_sku, r.purchased_asin,
  r.impressions, r.viewable_impressions, r.clicks, r.cost, r.sales, r.orders, r.units, r.sales_clicks, r.orders_clicks, r.units_clicks, r.sales_1d, r.sales_7d, r.sales_14d, r.sales_30d, r.orders_1d, r.orders_7d, r.orders_14d, r.orders_30d, r.units_1d, r.units_7d, r.units_14d, r.units_30d, r.sales_promoted, r.new_to_brand_sales, r.new_to_brand_orders, r.new_to_brand_units, r.kindle_pages_read, r.kindle_royalties,
  r.top_of_search_impression_share
FROM performance_facts r
WHERE r.scope_id = 1;

SELECT scope_id, metrics, known_at
FROM performance_scopes
WHERE account_id = @account
  AND profile_id = @profile
  AND dataset = @dataset;

DELETE FROM performance_day_loads AS r
WHERE r.scope_id = 1
  AND r.loaded_at > @latest;

UPDATE performance_scopes AS r
SET known_at = (
  SELECT MAX(l.loaded_at)
  FROM performance_day_loads l
  WHERE l.scope_id = 1)
WHERE r.scope_id = 1
  AND EXISTS (
    SELECT 1
    FROM performance_day_loads l
    WHERE l.scope_id = 1
      AND (r.known_at IS NULL OR l.loaded_at > r.known_at));

SELECT
  r.date, r.state, r.report_generated_at, r.loaded_at, r.first_loaded_at,
  r.rows, r.impressions, r.clicks, r.cost, r.checksum
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign';

SELECT r.date, r.loaded_at, r.report_generated_at
FROM performance_day_loads r
WHERE r.scope_id = 1
ORDER BY r.date, r.loaded_at;

INSERT INTO performance_day_loads (scope_id, date, loaded_at, report_generated_at)
SELECT r.scope_id, r.date, r.known_at, MIN(o.report_generated_at)
FROM performance_changes r
JOIN performance_day_loads o
  ON o.scope_id = r.scope_id
  AND o.loaded_at = r.known_at
JOIN performance_days d
  ON d.account_id = 1 AND d.profile_id = 1001 AND d.dataset = 'sp.campaign'
  AND d.date = r.date
  AND d.first_loaded_at < r.known_at
WHERE r.scope_id = 1
  AND NOT EXISTS (
    SELECT 1
    FROM performance_day_loads l
    WHERE l.scope_id = r.scope_id
      AND l.date = r.date
      AND l.loaded_at = r.known_at)
GROUP BY r.scope_id, r.date, r.known_at;

DELETE FROM performance_changes
WHERE scope_id = 1
  AND (known_at, date, campaign_id, detail) IN (
    SELECT r.known_at, r.date, r.campaign_id, r.detail
    FROM performance_changes r
    LEFT JOIN performance_day_loads l
      ON l.scope_id = r.scope_id
      AND l.date = r.date
      AND l.loaded_at = r.known_at
    LEFT JOIN performance_days d
      ON d.account_id = 1 AND d.profile_id = 1001 AND d.dataset = 'sp.campaign'
      AND d.date = r.date
    WHERE r.scope_id = 1
      AND (l.date IS NULL OR d.first_loaded_at IS NULL OR r.known_at <= d.first_loaded_at));

DELETE FROM performance_changes
WHERE scope_id = 1
  AND (date, campaign_id, detail) IN (
    SELECT z.date, z.campaign_id, z.detail
    FROM (
      SELECT b.date, b.campaign_id, b.detail, b.known_at, b.clicks
      FROM (
        SELECT r.scope_id, r.known_at, r.date, r.campaign_id, r.detail,
          COALESCE(f.impressions, 0) - SUM(COALESCE(r.impressions, 0)) OVER later AS impressions,
          COALESCE(f.clicks, 0) - SUM(COALESCE(r.clicks, 0)) OVER later AS clicks,
          COALESCE(f.orders, 0) - SUM(COALESCE(r.orders, 0)) OVER later AS orders,
          COALESCE(f.units, 0) - SUM(COALESCE(r.units, 0)) OVER later AS units
        FROM performance_changes r
        LEFT JOIN performance_facts f
          ON f.scope_id = r.scope_id
          AND f.date = r.date
          AND f.campaign_id = r.campaign_id
          AND f.detail = r.detail
        WHERE r.scope_id = 1
        WINDOW later AS (PARTITION BY r.date, r.campaign_id, r.detail ORDER BY r.known_at DESC)) b
      WHERE b.impressions < 0 OR b.clicks < 0 OR b.orders < 0 OR b.units < 0) z);

SELECT MIN(r.date), MAX(r.date)
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND (r.state <> 'unproven' OR r.rows > 0);

SET LOCAL enable_sort = off;
DROP TABLE IF EXISTS ppc_sums;
CREATE TEMPORARY TABLE ppc_sums AS
SELECT
  0 AS grain,
  r.campaign_id AS id,
  MAX(r.ad_group_id) AS ad_group_id,
  MAX(r.target_id) AS target_id,
  MAX(r.target_kind) AS target_kind,
  MAX(r.target_text) AS target_text,
  MAX(r.match_type) AS match_type,
  MAX(r.currency) AS currency,
  MIN(r.currency_least) AS currency_least,
  SUM(r.impressions) FILTER (WHERE true) AS impressions_total,
  SUM(r.impressions) FILTER (WHERE r.date BETWEEN DATE '2026-02-01' AND DATE '2026-03-02') AS impressions_30d,
  SUM(r.clicks) FILTER (WHERE true) AS clicks_total,
  SUM(r.clicks) FILTER (WHERE r.date BETWEEN DATE '2026-02-01' AND DATE '2026-03-02') AS clicks_30d,
  SUM(r.cost) FILTER (WHERE true) AS cost_total,
  SUM(r.cost) FILTER (WHERE r.date BETWEEN DATE '2026-02-01' AND DATE '2026-03-02') AS cost_30d,
  SUM(r.sales) FILTER (WHERE true) AS sales_total,
  SUM(r.sales) FILTER (WHERE r.date BETWEEN DATE '2026-02-01' AND DATE '2026-03-02') AS sales_30d,
  SUM(r.orders) FILTER (WHERE true) AS orders_total,
  SUM(r.orders) FILTER (WHERE r.date BETWEEN DATE '2026-02-01' AND DATE '2026-03-02') AS orders_30d,
  SUM(r.units) FILTER (WHERE true) AS units_total,
  SUM(r.units) FILTER (WHERE r.date BETWEEN DATE '2026-02-01' AND DATE '2026-03-02') AS units_30d
FROM (
  SELECT
    r.date,
    NULLIF(r.campaign_id, 0) AS campaign_id,
    r.ad_group_id, r.target_id, r.target_kind, r.target_text, r.match_type,
    r.currency AS currency, r.currency AS currency_least,
    r.impressions, r.clicks, r.cost, r.sales, r.orders, r.units
  FROM performance_facts r
  WHERE r.scope_id = 1) r
WHERE r.campaign_id IS NOT NULL
GROUP BY 1, 2;
SET LOCAL enable_sort = on;
ANALYZE ppc_sums (grain, id);

SELECT COUNT(*)
FROM (
  SELECT 1
  FROM (
    SELECT s.grain, s.id
    FROM ppc_sums s
    LEFT JOIN ppc_campaigns e
      ON e.account_id = 1 AND e.profile_id = 1001 AND e.ad_product = 'SPONSORED_PRODUCTS'
      AND e.campaign_id = s.id
    WHERE s.grain = 0
      AND (s.currency <> s.currency_least OR e.currency <> s.currency)) m
  LIMIT 1) found;

UPDATE ppc_campaigns AS e
SET as_of = @to,
  performance_from = @first,
  currency = s.currency,
  changed_at = @now,
  impressions_total = COALESCE(s.impressions_total, 0),
  impressions_30d = COALESCE(s.impressions_30d, 0),
  clicks_total = COALESCE(s.clicks_total, 0),
  clicks_30d = COALESCE(s.clicks_30d, 0),
  cost_total = COALESCE(s.cost_total, 0),
  cost_30d = COALESCE(s.cost_30d, 0),
  sales_total = COALESCE(s.sales_total, 0),
  sales_30d = COALESCE(s.sales_30d, 0),
  orders_total = COALESCE(s.orders_total, 0),
  orders_30d = COALESCE(s.orders_30d, 0),
  units_total = COALESCE(s.units_total, 0),
  units_30d = COALESCE(s.units_30d, 0)
FROM ppc_sums s
WHERE s.grain = 0
  AND e.account_id = 1 AND e.profile_id = 1001 AND e.ad_product = 'SPONSORED_PRODUCTS'
  AND e.campaign_id = s.id
  AND (e.as_of IS DISTINCT FROM @to
    OR e.performance_from IS DISTINCT FROM @first
    OR e.currency IS DISTINCT FROM s.currency
    OR e.impressions_total IS DISTINCT FROM COALESCE(s.impressions_total, 0)
    OR e.impressions_30d IS DISTINCT FROM COALESCE(s.impressions_30d, 0)
    OR e.clicks_total IS DISTINCT FROM COALESCE(s.clicks_total, 0)
    OR e.clicks_30d IS DISTINCT FROM COALESCE(s.clicks_30d, 0)
    OR e.cost_total IS DISTINCT FROM COALESCE(s.cost_total, 0)
    OR e.cost_30d IS DISTINCT FROM COALESCE(s.cost_30d, 0)
    OR e.sales_total IS DISTINCT FROM COALESCE(s.sales_total, 0)
    OR e.sales_30d IS DISTINCT FROM COALESCE(s.sales_30d, 0)
    OR e.orders_total IS DISTINCT FROM COALESCE(s.orders_total, 0)
    OR e.orders_30d IS DISTINCT FROM COALESCE(s.orders_30d, 0)
    OR e.units_total IS DISTINCT FROM COALESCE(s.units_total, 0)
    OR e.units_30d IS DISTINCT FROM COALESCE(s.units_30d, 0));

UPDATE ppc_campaigns AS e
SET as_of = @to,
  performance_from = @first,
  changed_at = @now,
  impressions_total = 0, impressions_30d = 0, clicks_total = 0, clicks_30d = 0, cost_total = 0, cost_30d = 0, sales_total = 0, sales_30d = 0, orders_total = 0, orders_30d = 0, units_total = 0, units_30d = 0
WHERE e.account_id = 1 AND e.profile_id = 1001 AND e.ad_product = 'SPONSORED_PRODUCTS'
  AND e.campaign_id NOT IN (
    SELECT s.id
    FROM ppc_sums s
    WHERE s.grain = 0)
  AND (e.as_of IS DISTINCT FROM @to
    OR e.performance_from IS DISTINCT FROM @first
    OR e.impressions_total IS DISTINCT FROM 0
    OR e.impressions_30d IS DISTINCT FROM 0
    OR e.clicks_total IS DISTINCT FROM 0
    OR e.clicks_30d IS DISTINCT FROM 0
    OR e.cost_total IS DISTINCT FROM 0
    OR e.cost_30d IS DISTINCT FROM 0
    OR e.sales_total IS DISTINCT FROM 0
    OR e.sales_30d IS DISTINCT FROM 0
    OR e.orders_total IS DISTINCT FROM 0
    OR e.orders_30d IS DISTINCT FROM 0
    OR e.units_total IS DISTINCT FROM 0
    OR e.units_30d IS DISTINCT FROM 0);

INSERT INTO ppc_campaigns (
  account_id, profile_id, campaign_id, ad_product,
  source, first_seen_at, last_seen_at, changed_at, as_of, performance_from, currency, attribution_days,
  impressions_total, impressions_30d, clicks_total, clicks_30d, cost_total, cost_30d, sales_total, sales_30d, orders_total, orders_30d, units_total, units_30d)
SELECT
  1, 1001, s.id, 'SPONSORED_PRODUCTS',
  'report', @now, @now, @now, @to, @first, s.currency, @attribution,
  COALESCE(s.impressions_total, 0), COALESCE(s.impressions_30d, 0), COALESCE(s.clicks_total, 0), COALESCE(s.clicks_30d, 0), COALESCE(s.cost_total, 0), COALESCE(s.cost_30d, 0), COALESCE(s.sales_total, 0), COALESCE(s.sales_30d, 0), COALESCE(s.orders_total, 0), COALESCE(s.orders_30d, 0), COALESCE(s.units_total, 0), COALESCE(s.units_30d, 0)
FROM ppc_sums s
WHERE s.grain = 0
ON CONFLICT (account_id, profile_id, campaign_id, ad_product) DO NOTHING;

DROP TABLE IF EXISTS ppc_staging;
DROP TABLE IF EXISTS ppc_tally;
DROP TABLE IF EXISTS ppc_incoming;
DROP TABLE IF EXISTS ppc_pairs;
DROP TABLE IF EXISTS ppc_diff;
DROP TABLE IF EXISTS ppc_sums;
DROP TABLE IF EXISTS ppc_mixed_sums;
