SELECT scope_id, metrics
FROM performance_scopes
WHERE account_id = @account
  AND profile_id = @profile
  AND dataset = @dataset;

BEGIN IMMEDIATE;

SELECT is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest
FROM ppc_loads
WHERE load_id = @id;

SELECT 1
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND r.date BETWEEN '2026-03-01' AND '2026-03-02'
LIMIT 1;

ROLLBACK;

DROP TABLE IF EXISTS ppc_staging;

CREATE TEMPORARY TABLE ppc_staging (
  date TEXT NOT NULL,
  campaign_id INTEGER NOT NULL,
  detail BLOB NOT NULL,
  ad_group_id INTEGER,
  ad_id INTEGER,
  target_id INTEGER,
  target_kind TEXT,
  target_text TEXT,
  match_type TEXT,
  search_term TEXT,
  placement TEXT,
  advertised_asin TEXT,
  advertised_sku TEXT,
  purchased_asin TEXT,
  currency TEXT,
  impressions INTEGER,
  clicks INTEGER,
  cost_micros INTEGER,
  sales_micros INTEGER,
  orders INTEGER,
  units INTEGER,
  sales_1d_micros INTEGER,
  sales_14d_micros INTEGER,
  sales_30d_micros INTEGER,
  orders_1d INTEGER,
  orders_14d INTEGER,
  orders_30d INTEGER,
  units_1d INTEGER,
  units_14d INTEGER,
  units_30d INTEGER,
  sales_promoted_micros INTEGER,
  kindle_pages_read INTEGER,
  kindle_royalties_micros INTEGER,
  top_of_search_impression_share_micros INTEGER,
  extra TEXT,
  copies INTEGER NOT NULL,
  PRIMARY KEY (date, campaign_id, detail));

BEGIN;

INSERT INTO temp.ppc_staging (
  date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost_micros, sales_micros, orders, units, sales_1d_micros, sales_14d_micros, sales_30d_micros, orders_1d, orders_14d, orders_30d, units_1d, units_14d, units_30d, sales_promoted_micros, kindle_pages_read, kindle_royalties_micros, top_of_search_impression_share_micros, extra, copies)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, 1)
ON CONFLICT (date, campaign_id, detail) DO UPDATE
SET impressions = NULLIF(COALESCE(impressions, 0) + COALESCE(excluded.impressions, 0), 0),
  clicks = NULLIF(COALESCE(clicks, 0) + COALESCE(excluded.clicks, 0), 0),
  cost_micros = NULLIF(COALESCE(cost_micros, 0) + COALESCE(excluded.cost_micros, 0), 0),
  sales_micros = NULLIF(COALESCE(sales_micros, 0) + COALESCE(excluded.sales_micros, 0), 0),
  orders = NULLIF(COALESCE(orders, 0) + COALESCE(excluded.orders, 0), 0),
  units = NULLIF(COALESCE(units, 0) + COALESCE(excluded.units, 0), 0),
  sales_1d_micros = NULLIF(COALESCE(sales_1d_micros, 0) + COALESCE(excluded.sales_1d_micros, 0), 0),
  sales_14d_micros = NULLIF(COALESCE(sales_14d_micros, 0) + COALESCE(excluded.sales_14d_micros, 0), 0),
  sales_30d_micros = NULLIF(COALESCE(sales_30d_micros, 0) + COALESCE(excluded.sales_30d_micros, 0), 0),
  orders_1d = NULLIF(COALESCE(orders_1d, 0) + COALESCE(excluded.orders_1d, 0), 0),
  orders_14d = NULLIF(COALESCE(orders_14d, 0) + COALESCE(excluded.orders_14d, 0), 0),
  orders_30d = NULLIF(COALESCE(orders_30d, 0) + COALESCE(excluded.orders_30d, 0), 0),
  units_1d = NULLIF(COALESCE(units_1d, 0) + COALESCE(excluded.units_1d, 0), 0),
  units_14d = NULLIF(COALESCE(units_14d, 0) + COALESCE(excluded.units_14d, 0), 0),
  units_30d = NULLIF(COALESCE(units_30d, 0) + COALESCE(excluded.units_30d, 0), 0),
  sales_promoted_micros = NULLIF(COALESCE(sales_promoted_micros, 0) + COALESCE(excluded.sales_promoted_micros, 0), 0),
  kindle_pages_read = NULLIF(COALESCE(kindle_pages_read, 0) + COALESCE(excluded.kindle_pages_read, 0), 0),
  kindle_royalties_micros = NULLIF(COALESCE(kindle_royalties_micros, 0) + COALESCE(excluded.kindle_royalties_micros, 0), 0),
  top_of_search_impression_share_micros = CASE WHEN top_of_search_impression_share_micros = excluded.top_of_search_impression_share_micros THEN top_of_search_impression_share_micros END, copies = copies + 1;

COMMIT;

BEGIN IMMEDIATE;

UPDATE ppc_report_jobs
SET lease_epoch = lease_epoch
WHERE job_id = @job
  AND lease_epoch = @epoch;

SELECT is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest
FROM ppc_loads
WHERE load_id = @id;

SELECT r.date, r.report_generated_at, r.rows, r.cost_micros
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND r.date BETWEEN '2026-03-01' AND '2026-03-02';

SELECT COUNT(*)
FROM ppc_staging
WHERE date IN ('2026-03-01', '2026-03-02');

SELECT s.known_at
FROM performance_scopes s
WHERE s.scope_id = 1;

UPDATE performance_scopes
SET known_at = @known
WHERE scope_id = 1;

SELECT MIN(r.date), MAX(r.date)
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND (r.state <> 'unproven' OR r.rows > 0);

DROP TABLE IF EXISTS ppc_diff;

CREATE TEMPORARY TABLE ppc_diff AS
SELECT
  CASE WHEN r.date IS NULL THEN 0 ELSE 1 END AS kind,
  s.date AS date,
  s.campaign_id AS campaign_id,
  s.detail AS detail,
  CASE WHEN s.date IS NULL THEN r.ad_group_id ELSE s.ad_group_id END AS ad_group_id,
  CASE WHEN s.date IS NULL THEN r.ad_id ELSE s.ad_id END AS ad_id,
  CASE WHEN s.date IS NULL THEN r.target_id ELSE s.target_id END AS target_id,
  CASE WHEN s.date IS NULL THEN r.target_kind ELSE s.target_kind END AS target_kind,
  CASE WHEN s.date IS NULL THEN r.target_text ELSE s.target_text END AS target_text,
  CASE WHEN s.date IS NULL THEN r.match_type ELSE s.match_type END AS match_type,
  CASE WHEN s.date IS NULL THEN r.search_term ELSE s.search_term END AS search_term,
  CASE WHEN s.date IS NULL THEN r.placement ELSE s.placement END AS placement,
  CASE WHEN s.date IS NULL THEN r.advertised_asin ELSE s.advertised_asin END AS advertised_asin,
  CASE WHEN s.date IS NULL THEN r.advertised_sku ELSE s.advertised_sku END AS advertised_sku,
  CASE WHEN s.date IS NULL THEN r.purchased_asin ELSE s.purchased_asin END AS purchased_asin,
  CASE WHEN s.date IS NULL THEN r.currency ELSE s.currency END AS currency,
  s.impressions AS impressions,
  s.clicks AS clicks,
  s.cost_micros AS cost_micros,
  s.sales_micros AS sales_micros,
  s.orders AS orders,
  s.units AS units,
  s.sales_1d_micros AS sales_1d_micros,
  s.sales_14d_micros AS sales_14d_micros,
  s.sales_30d_micros AS sales_30d_micros,
  s.orders_1d AS orders_1d,
  s.orders_14d AS orders_14d,
  s.orders_30d AS orders_30d,
  s.units_1d AS units_1d,
  s.units_14d AS units_14d,
  s.units_30d AS units_30d,
  s.sales_promoted_micros AS sales_promoted_micros,
  s.kindle_pages_read AS kindle_pages_read,
  s.kindle_royalties_micros AS kindle_royalties_micros,
  s.top_of_search_impression_share_micros AS top_of_search_impression_share_micros,
  s.extra AS extra,
  r.impressions AS old_impressions,
  r.clicks AS old_clicks,
  r.cost_micros AS old_cost_micros,
  r.sales_micros AS old_sales_micros,
  r.orders AS old_orders,
  r.units AS old_units,
  r.currency AS old_currency
FROM ppc_staging s
LEFT JOIN performance_facts r
  ON r.scope_id = 1
  AND r.date = s.date
  AND r.campaign_id = s.campaign_id
  AND r.detail = s.detail
WHERE s.date IN ('2026-03-01', '2026-03-02')
  AND (r.date IS NULL
  OR r.ad_group_id IS DISTINCT FROM s.ad_group_id
  OR r.ad_id IS DISTINCT FROM s.ad_id
  OR r.target_id IS DISTINCT FROM s.target_id
  OR r.target_kind IS DISTINCT FROM s.target_kind
  OR r.target_text IS DISTINCT FROM s.target_text
  OR r.match_type IS DISTINCT FROM s.match_type
  OR r.search_term IS DISTINCT FROM s.search_term
  OR r.placement IS DISTINCT FROM s.placement
  OR r.advertised_asin IS DISTINCT FROM s.advertised_asin
  OR r.advertised_sku IS DISTINCT FROM s.advertised_sku
  OR r.purchased_asin IS DISTINCT FROM s.purchased_asin
  OR r.currency IS DISTINCT FROM s.currency
  OR r.impressions IS DISTINCT FROM s.impressions
  OR r.clicks IS DISTINCT FROM s.clicks
  OR r.cost_micros IS DISTINCT FROM s.cost_micros
  OR r.sales_micros IS DISTINCT FROM s.sales_micros
  OR r.orders IS DISTINCT FROM s.orders
  OR r.units IS DISTINCT FROM s.units
  OR r.sales_1d_micros IS DISTINCT FROM s.sales_1d_micros
  OR r.sales_14d_micros IS DISTINCT FROM s.sales_14d_micros
  OR r.sales_30d_micros IS DISTINCT FROM s.sales_30d_micros
  OR r.orders_1d IS DISTINCT FROM s.orders_1d
  OR r.orders_14d IS DISTINCT FROM s.orders_14d
  OR r.orders_30d IS DISTINCT FROM s.orders_30d
  OR r.units_1d IS DISTINCT FROM s.units_1d
  OR r.units_14d IS DISTINCT FROM s.units_14d
  OR r.units_30d IS DISTINCT FROM s.units_30d
  OR r.sales_promoted_micros IS DISTINCT FROM s.sales_promoted_micros
  OR r.kindle_pages_read IS DISTINCT FROM s.kindle_pages_read
  OR r.kindle_royalties_micros IS DISTINCT FROM s.kindle_royalties_micros
  OR r.top_of_search_impression_share_micros IS DISTINCT FROM s.top_of_search_impression_share_micros
  OR r.extra IS DISTINCT FROM s.extra
  OR r.attribution_days <> 7)
UNION ALL
SELECT
  CASE WHEN r.date IN ('2026-03-01', '2026-03-02') THEN 2 ELSE 3 END,
  r.date,
  r.campaign_id,
  r.detail,
  r.ad_group_id AS ad_group_id,
  r.ad_id AS ad_id,
  r.target_id AS target_id,
  r.target_kind AS target_kind,
  r.target_text AS target_text,
  r.match_type AS match_type,
  r.search_term AS search_term,
  r.placement AS placement,
  r.advertised_asin AS advertised_asin,
  r.advertised_sku AS advertised_sku,
  r.purchased_asin AS purchased_asin,
  r.currency AS currency,
  NULL AS impressions,
  NULL AS clicks,
  NULL AS cost_micros,
  NULL AS sales_micros,
  NULL AS orders,
  NULL AS units,
  NULL AS sales_1d_micros,
  NULL AS sales_14d_micros,
  NULL AS sales_30d_micros,
  NULL AS orders_1d,
  NULL AS orders_14d,
  NULL AS orders_30d,
  NULL AS units_1d,
  NULL AS units_14d,
  NULL AS units_30d,
  NULL AS sales_promoted_micros,
  NULL AS kindle_pages_read,
  NULL AS kindle_royalties_micros,
  NULL AS top_of_search_impression_share_micros,
  NULL AS extra,
  r.impressions AS old_impressions,
  r.clicks AS old_clicks,
  r.cost_micros AS old_cost_micros,
  r.sales_micros AS old_sales_micros,
  r.orders AS old_orders,
  r.units AS old_units,
  r.currency AS old_currency
FROM performance_facts r
WHERE r.scope_id = 1
  AND r.date BETWEEN '2026-03-01' AND '2026-03-02'
  AND r.date IN ('2026-03-01', '2026-03-02')
  AND NOT EXISTS (
    SELECT 1
    FROM ppc_staging s
    WHERE s.date = r.date
      AND s.campaign_id = r.campaign_id
      AND s.detail = r.detail);

SELECT d.date, COUNT(*), COALESCE(SUM(d.old_cost_micros), 0)
FROM ppc_diff d
WHERE d.kind = 2
GROUP BY d.date;

INSERT INTO performance_facts (
  scope_id,
  date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost_micros, sales_micros, orders, units, sales_1d_micros, sales_14d_micros, sales_30d_micros, orders_1d, orders_14d, orders_30d, units_1d, units_14d, units_30d, sales_promoted_micros, kindle_pages_read, kindle_royalties_micros, top_of_search_impression_share_micros, extra,
  attribution_days, changed_at)
SELECT
  1,
  d.date, d.campaign_id, d.detail, d.ad_group_id, d.ad_id, d.target_id, d.target_kind, d.target_text, d.match_type, d.search_term, d.placement, d.advertised_asin, d.advertised_sku, d.purchased_asin, d.currency, d.impressions, d.clicks, d.cost_micros, d.sales_micros, d.orders, d.units, d.sales_1d_micros, d.sales_14d_micros, d.sales_30d_micros, d.orders_1d, d.orders_14d, d.orders_30d, d.units_1d, d.units_14d, d.units_30d, d.sales_promoted_micros, d.kindle_pages_read, d.kindle_royalties_micros, d.top_of_search_impression_share_micros, d.extra,
  @attribution, @now
FROM ppc_diff d
WHERE d.kind = 0;

INSERT INTO performance_facts (
  scope_id,
  date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost_micros, sales_micros, orders, units, sales_1d_micros, sales_14d_micros, sales_30d_micros, orders_1d, orders_14d, orders_30d, units_1d, units_14d, units_30d, sales_promoted_micros, kindle_pages_read, kindle_royalties_micros, top_of_search_impression_share_micros, extra,
  attribution_days, changed_at)
SELECT
  1,
  d.date, d.campaign_id, d.detail, d.ad_group_id, d.ad_id, d.target_id, d.target_kind, d.target_text, d.match_type, d.search_term, d.placement, d.advertised_asin, d.advertised_sku, d.purchased_asin, d.currency, d.impressions, d.clicks, d.cost_micros, d.sales_micros, d.orders, d.units, d.sales_1d_micros, d.sales_14d_micros, d.sales_30d_micros, d.orders_1d, d.orders_14d, d.orders_30d, d.units_1d, d.units_14d, d.units_30d, d.sales_promoted_micros, d.kindle_pages_read, d.kindle_royalties_micros, d.top_of_search_impression_share_micros, d.extra,
  @attribution, @now
FROM ppc_diff d
WHERE d.kind = 1
ON CONFLICT (scope_id, date, campaign_id, detail) DO UPDATE
SET ad_group_id = excluded.ad_group_id,
  ad_id = excluded.ad_id,
  target_id = excluded.target_id,
  target_kind = excluded.target_kind,
  target_text = excluded.target_text,
  match_type = excluded.match_type,
  search_term = excluded.search_term,
  placement = excluded.placement,
  advertised_asin = excluded.advertised_asin,
  advertised_sku = excluded.advertised_sku,
  purchased_asin = excluded.purchased_asin,
  currency = excluded.currency,
  impressions = excluded.impressions,
  clicks = excluded.clicks,
  cost_micros = excluded.cost_micros,
  sales_micros = excluded.sales_micros,
  orders = excluded.orders,
  units = excluded.units,
  sales_1d_micros = excluded.sales_1d_micros,
  sales_14d_micros = excluded.sales_14d_micros,
  sales_30d_micros = excluded.sales_30d_micros,
  orders_1d = excluded.orders_1d,
  orders_14d = excluded.orders_14d,
  orders_30d = excluded.orders_30d,
  units_1d = excluded.units_1d,
  units_14d = excluded.units_14d,
  units_30d = excluded.units_30d,
  sales_promoted_micros = excluded.sales_promoted_micros,
  kindle_pages_read = excluded.kindle_pages_read,
  kindle_royalties_micros = excluded.kindle_royalties_micros,
  top_of_search_impression_share_micros = excluded.top_of_search_impression_share_micros,
  extra = excluded.extra,
  attribution_days = excluded.attribution_days,
  changed_at = excluded.changed_at;

DELETE FROM performance_facts AS r
WHERE r.scope_id = 1
  AND r.date BETWEEN '2026-03-01' AND '2026-03-02'
  AND (r.date, r.campaign_id, r.detail) IN (
    SELECT d.date, d.campaign_id, d.detail
    FROM ppc_diff d
    WHERE d.kind = 2);

INSERT INTO performance_changes (
  scope_id, known_at, date, campaign_id, detail,
  impressions, clicks, cost_micros, sales_micros, orders, units)
SELECT
  1, @known, d.date, d.campaign_id, d.detail,
  NULLIF(COALESCE(d.impressions, 0) - COALESCE(d.old_impressions, 0), 0),
  NULLIF(COALESCE(d.clicks, 0) - COALESCE(d.old_clicks, 0), 0),
  NULLIF(COALESCE(d.cost_micros, 0) - COALESCE(d.old_cost_micros, 0), 0),
  NULLIF(COALESCE(d.sales_micros, 0) - COALESCE(d.old_sales_micros, 0), 0),
  NULLIF(COALESCE(d.orders, 0) - COALESCE(d.old_orders, 0), 0),
  NULLIF(COALESCE(d.units, 0) - COALESCE(d.old_units, 0), 0)
FROM ppc_diff d
WHERE d.kind <= 2
  AND d.date IN (
    SELECT r.date
    FROM performance_days r
    WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
      AND r.date BETWEEN '2026-03-01' AND '2026-03-02'
      AND r.first_loaded_at IS NOT NULL)
  AND (COALESCE(d.impressions, 0) - COALESCE(d.old_impressions, 0) <> 0
    OR COALESCE(d.clicks, 0) - COALESCE(d.old_clicks, 0) <> 0
    OR COALESCE(d.cost_micros, 0) - COALESCE(d.old_cost_micros, 0) <> 0
    OR COALESCE(d.sales_micros, 0) - COALESCE(d.old_sales_micros, 0) <> 0
    OR COALESCE(d.orders, 0) - COALESCE(d.old_orders, 0) <> 0
    OR COALESCE(d.units, 0) - COALESCE(d.old_units, 0) <> 0);

INSERT INTO performance_day_loads (scope_id, date, loaded_at, report_generated_at)
VALUES
  (1, '2026-03-01', @known, @generated),
  (1, '2026-03-02', @known, @generated);

SELECT DISTINCT d.date
FROM ppc_diff d
WHERE 1 = 1;

UPDATE performance_days AS r
SET state = CASE WHEN r.rows = 0 THEN 'empty' ELSE 'loaded' END,
  report_id = @report,
  report_generated_at = @generated,
  loaded_at = @now,
  first_loaded_at = COALESCE(first_loaded_at, @known),
  rows_removed = 0
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND r.date IN ('2026-03-02');

INSERT INTO performance_days (
  account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, first_loaded_at,
  rows, rows_removed, impressions, clicks, cost_micros, checksum)
VALUES
  (1, 1001, 'sp.campaign', '2026-03-01',
    'loaded', @report, @generated, @now,
    @known, 3, 0, 300, 12, @cost0,
    -3629179685497830413)
ON CONFLICT (account_id, profile_id, dataset, date) DO UPDATE
SET state = excluded.state,
  report_id = excluded.report_id,
  report_generated_at = excluded.report_generated_at,
  loaded_at = excluded.loaded_at,
  first_loaded_at = COALESCE(performance_days.first_loaded_at, excluded.first_loaded_at),
  rows = excluded.rows,
  rows_removed = 0,
  impressions = excluded.impressions,
  clicks = excluded.clicks,
  cost_micros = excluded.cost_micros,
  checksum = excluded.checksum;

UPDATE performance_days AS r
SET rows_removed = @rows
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND r.date = '2026-03-01';

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
  SUM(r.impressions) FILTER (WHERE r.date BETWEEN '2026-02-01' AND '2026-03-02') AS impressions_30d,
  SUM(r.clicks) FILTER (WHERE true) AS clicks_total,
  SUM(r.clicks) FILTER (WHERE r.date BETWEEN '2026-02-01' AND '2026-03-02') AS clicks_30d,
  SUM(r.cost_micros) FILTER (WHERE true) AS cost_total_micros,
  SUM(r.cost_micros) FILTER (WHERE r.date BETWEEN '2026-02-01' AND '2026-03-02') AS cost_30d_micros,
  SUM(r.sales_micros) FILTER (WHERE true) AS sales_total_micros,
  SUM(r.sales_micros) FILTER (WHERE r.date BETWEEN '2026-02-01' AND '2026-03-02') AS sales_30d_micros,
  SUM(r.orders) FILTER (WHERE true) AS orders_total,
  SUM(r.orders) FILTER (WHERE r.date BETWEEN '2026-02-01' AND '2026-03-02') AS orders_30d,
  SUM(r.units) FILTER (WHERE true) AS units_total,
  SUM(r.units) FILTER (WHERE r.date BETWEEN '2026-02-01' AND '2026-03-02') AS units_30d
FROM (
  SELECT
    r.date,
    NULLIF(r.campaign_id, 0) AS campaign_id,
    r.ad_group_id, r.target_id, r.target_kind, r.target_text, r.match_type,
    CASE WHEN r.old_currency > r.currency THEN r.old_currency ELSE r.currency END AS currency,
    CASE WHEN r.old_currency < r.currency THEN r.old_currency ELSE r.currency END AS currency_least,
    COALESCE(r.impressions, 0) - COALESCE(r.old_impressions, 0) AS impressions, COALESCE(r.clicks, 0) - COALESCE(r.old_clicks, 0) AS clicks, COALESCE(r.cost_micros, 0) - COALESCE(r.old_cost_micros, 0) AS cost_micros, COALESCE(r.sales_micros, 0) - COALESCE(r.old_sales_micros, 0) AS sales_micros, COALESCE(r.orders, 0) - COALESCE(r.old_orders, 0) AS orders, COALESCE(r.units, 0) - COALESCE(r.old_units, 0) AS units
  FROM ppc_diff r
  WHERE r.kind <= 2) r
WHERE r.campaign_id IS NOT NULL
GROUP BY 1, 2;

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
  currency = COALESCE(s.currency, e.currency),
  attribution_days = @attribution,
  impressions_total = COALESCE(e.impressions_total, 0) + COALESCE(s.impressions_total, 0),
  impressions_30d = COALESCE(e.impressions_30d, 0) + COALESCE(s.impressions_30d, 0),
  clicks_total = COALESCE(e.clicks_total, 0) + COALESCE(s.clicks_total, 0),
  clicks_30d = COALESCE(e.clicks_30d, 0) + COALESCE(s.clicks_30d, 0),
  cost_total_micros = COALESCE(e.cost_total_micros, 0) + COALESCE(s.cost_total_micros, 0),
  cost_30d_micros = COALESCE(e.cost_30d_micros, 0) + COALESCE(s.cost_30d_micros, 0),
  sales_total_micros = COALESCE(e.sales_total_micros, 0) + COALESCE(s.sales_total_micros, 0),
  sales_30d_micros = COALESCE(e.sales_30d_micros, 0) + COALESCE(s.sales_30d_micros, 0),
  orders_total = COALESCE(e.orders_total, 0) + COALESCE(s.orders_total, 0),
  orders_30d = COALESCE(e.orders_30d, 0) + COALESCE(s.orders_30d, 0),
  units_total = COALESCE(e.units_total, 0) + COALESCE(s.units_total, 0),
  units_30d = COALESCE(e.units_30d, 0) + COALESCE(s.units_30d, 0),
  changed_at = CASE
    WHEN e.impressions_total IS DISTINCT FROM COALESCE(e.impressions_total, 0) + COALESCE(s.impressions_total, 0)
      OR e.impressions_30d IS DISTINCT FROM COALESCE(e.impressions_30d, 0) + COALESCE(s.impressions_30d, 0)
      OR e.clicks_total IS DISTINCT FROM COALESCE(e.clicks_total, 0) + COALESCE(s.clicks_total, 0)
      OR e.clicks_30d IS DISTINCT FROM COALESCE(e.clicks_30d, 0) + COALESCE(s.clicks_30d, 0)
      OR e.cost_total_micros IS DISTINCT FROM COALESCE(e.cost_total_micros, 0) + COALESCE(s.cost_total_micros, 0)
      OR e.cost_30d_micros IS DISTINCT FROM COALESCE(e.cost_30d_micros, 0) + COALESCE(s.cost_30d_micros, 0)
      OR e.sales_total_micros IS DISTINCT FROM COALESCE(e.sales_total_micros, 0) + COALESCE(s.sales_total_micros, 0)
      OR e.sales_30d_micros IS DISTINCT FROM COALESCE(e.sales_30d_micros, 0) + COALESCE(s.sales_30d_micros, 0)
      OR e.orders_total IS DISTINCT FROM COALESCE(e.orders_total, 0) + COALESCE(s.orders_total, 0)
      OR e.orders_30d IS DISTINCT FROM COALESCE(e.orders_30d, 0) + COALESCE(s.orders_30d, 0)
      OR e.units_total IS DISTINCT FROM COALESCE(e.units_total, 0) + COALESCE(s.units_total, 0)
      OR e.units_30d IS DISTINCT FROM COALESCE(e.units_30d, 0) + COALESCE(s.units_30d, 0)
    THEN @now
    ELSE e.changed_at
  END
FROM ppc_sums s
WHERE s.grain = 0
  AND e.account_id = 1 AND e.profile_id = 1001 AND e.ad_product = 'SPONSORED_PRODUCTS'
  AND e.campaign_id = s.id;

UPDATE ppc_campaigns AS e
SET as_of = @to,
  performance_from = @first,
  attribution_days = @attribution,
  impressions_total = COALESCE(e.impressions_total, 0),
  impressions_30d = COALESCE(e.impressions_30d, 0),
  clicks_total = COALESCE(e.clicks_total, 0),
  clicks_30d = COALESCE(e.clicks_30d, 0),
  cost_total_micros = COALESCE(e.cost_total_micros, 0),
  cost_30d_micros = COALESCE(e.cost_30d_micros, 0),
  sales_total_micros = COALESCE(e.sales_total_micros, 0),
  sales_30d_micros = COALESCE(e.sales_30d_micros, 0),
  orders_total = COALESCE(e.orders_total, 0),
  orders_30d = COALESCE(e.orders_30d, 0),
  units_total = COALESCE(e.units_total, 0),
  units_30d = COALESCE(e.units_30d, 0),
  changed_at = CASE
    WHEN e.impressions_total IS NULL
      OR e.impressions_30d IS NULL
      OR e.clicks_total IS NULL
      OR e.clicks_30d IS NULL
      OR e.cost_total_micros IS NULL
      OR e.cost_30d_micros IS NULL
      OR e.sales_total_micros IS NULL
      OR e.sales_30d_micros IS NULL
      OR e.orders_total IS NULL
      OR e.orders_30d IS NULL
      OR e.units_total IS NULL
      OR e.units_30d IS NULL
    THEN @now
    ELSE e.changed_at
  END
WHERE e.account_id = 1 AND e.profile_id = 1001 AND e.ad_product = 'SPONSORED_PRODUCTS'
  AND (e.as_of IS NULL OR e.as_of <> @to OR e.performance_from <> @first);

INSERT INTO ppc_campaigns (
  account_id, profile_id, campaign_id, ad_product,
  source, first_seen_at, last_seen_at, changed_at, as_of, performance_from, currency, attribution_days,
  impressions_total, impressions_30d, clicks_total, clicks_30d, cost_total_micros, cost_30d_micros, sales_total_micros, sales_30d_micros, orders_total, orders_30d, units_total, units_30d)
SELECT
  1, 1001, s.id, 'SPONSORED_PRODUCTS',
  'report', @now, @now, @now, @to, @first, s.currency, @attribution,
  COALESCE(s.impressions_total, 0), COALESCE(s.impressions_30d, 0), COALESCE(s.clicks_total, 0), COALESCE(s.clicks_30d, 0), COALESCE(s.cost_total_micros, 0), COALESCE(s.cost_30d_micros, 0), COALESCE(s.sales_total_micros, 0), COALESCE(s.sales_30d_micros, 0), COALESCE(s.orders_total, 0), COALESCE(s.orders_30d, 0), COALESCE(s.units_total, 0), COALESCE(s.units_30d, 0)
FROM ppc_sums s
WHERE s.grain = 0
ON CONFLICT (account_id, profile_id, campaign_id, ad_product) DO NOTHING;

INSERT INTO ppc_loads (load_id, account_id, loaded_at, is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest)
VALUES (
  @id, @account, @now,
  @suspect, @inserted, @changed, @unchanged, @removed, @rejected, @ignored, @duplicates, @rounded, @digest);

UPDATE ppc_report_jobs
SET state = @state,
  removal_digest = @digest,
  due_at = @due,
  error = NULL
WHERE job_id = @job;

COMMIT;

DROP TABLE IF EXISTS ppc_staging;

DROP TABLE IF EXISTS ppc_tally;

DROP TABLE IF EXISTS ppc_incoming;

DROP TABLE IF EXISTS ppc_pairs;

DROP TABLE IF EXISTS ppc_diff;

DROP TABLE IF EXISTS ppc_sums;

DROP TABLE IF EXISTS ppc_mixed_sums;
