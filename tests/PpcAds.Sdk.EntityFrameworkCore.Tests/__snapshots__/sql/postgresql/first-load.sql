SELECT scope_id, metrics
FROM performance_scopes
WHERE account_id = @account
  AND profile_id = @profile
  AND dataset = @dataset;

INSERT INTO performance_scopes (account_id, profile_id, dataset, metrics)
VALUES (@account, @profile, @dataset, @metrics)
ON CONFLICT (account_id, profile_id, dataset) DO UPDATE
SET metrics = excluded.metrics;

SELECT scope_id, metrics
FROM performance_scopes
WHERE account_id = @account
  AND profile_id = @profile
  AND dataset = @dataset;

SET LOCAL work_mem = '64MB';
SET LOCAL idle_in_transaction_session_timeout = 60000;
SET LOCAL lock_timeout = 3000;
SELECT pg_try_advisory_xact_lock(hashtextextended('ppcads.load.1.1001.sp.campaign', 0));

SELECT is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest
FROM ppc_loads
WHERE load_id = @id;

SELECT 1
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND r.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-02'
LIMIT 1;

SELECT 1
FROM performance_facts r
WHERE r.scope_id = 1
  AND r.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-02'
LIMIT 1;

SELECT MIN(r.date), MAX(r.date)
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND (r.state <> 'unproven' OR r.rows > 0);

COPY performance_facts (scope_id, date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost, sales, orders, units, sales_1d, sales_14d, sales_30d, orders_1d, orders_14d, orders_30d, units_1d, units_14d, units_30d, sales_promoted, kindle_pages_read, kindle_royalties, top_of_search_impression_share, extra, row_hash, attribution_days, changed_at) FROM STDIN (FORMAT BINARY);

SELECT is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest
FROM ppc_loads
WHERE load_id = @id;

SELECT s.known_at
FROM performance_scopes s
WHERE s.scope_id = 1;

UPDATE performance_scopes
SET known_at = @known
WHERE scope_id = 1;

INSERT INTO performance_day_loads (scope_id, date, loaded_at, report_generated_at)
VALUES
  (1, DATE '2026-03-01', @known, @generated),
  (1, DATE '2026-03-02', @known, @generated);

INSERT INTO performance_days (
  account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, first_loaded_at,
  rows, rows_removed, impressions, clicks, cost, checksum)
VALUES
  (1, 1001, 'sp.campaign', DATE '2026-03-01',
    'loaded', @report, @generated, @now,
    @known, 2, 0, 200, 8, @cost0,
    -2685044134409330352),
  (1, 1001, 'sp.campaign', DATE '2026-03-02',
    'loaded', @report, @generated, @now,
    @known, 1, 0, 100, 4, @cost1,
    -2999809280323995774)
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
  cost = excluded.cost,
  checksum = excluded.checksum;

DROP TABLE IF EXISTS ppc_tally;
CREATE TEMPORARY TABLE ppc_tally (
  date date NOT NULL,
  campaign_id bigint NOT NULL,
  detail uuid NOT NULL,
  ad_group_id bigint,
  ad_id bigint,
  target_id bigint,
  target_kind text COLLATE "C",
  target_text text COLLATE "C",
  match_type text COLLATE "C",
  search_term text COLLATE "C",
  placement text COLLATE "C",
  advertised_asin text COLLATE "C",
  advertised_sku text COLLATE "C",
  purchased_asin text COLLATE "C",
  currency text COLLATE "C",
  impressions bigint,
  clicks bigint,
  cost numeric,
  sales numeric,
  orders bigint,
  units bigint,
  row_hash bigint,
  copies bigint NOT NULL);

COPY ppc_tally (date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost, sales, orders, units, row_hash, copies) FROM STDIN (FORMAT BINARY);

SET LOCAL idle_in_transaction_session_timeout = 60000;
SELECT pg_advisory_xact_lock(hashtextextended('ppcads.entities.1.1001', 0));

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
  FROM ppc_tally r
  WHERE true) r
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
  currency = COALESCE(s.currency, e.currency),
  attribution_days = @attribution,
  impressions_total = COALESCE(e.impressions_total, 0) + COALESCE(s.impressions_total, 0),
  impressions_30d = COALESCE(e.impressions_30d, 0) + COALESCE(s.impressions_30d, 0),
  clicks_total = COALESCE(e.clicks_total, 0) + COALESCE(s.clicks_total, 0),
  clicks_30d = COALESCE(e.clicks_30d, 0) + COALESCE(s.clicks_30d, 0),
  cost_total = COALESCE(e.cost_total, 0) + COALESCE(s.cost_total, 0),
  cost_30d = COALESCE(e.cost_30d, 0) + COALESCE(s.cost_30d, 0),
  sales_total = COALESCE(e.sales_total, 0) + COALESCE(s.sales_total, 0),
  sales_30d = COALESCE(e.sales_30d, 0) + COALESCE(s.sales_30d, 0),
  orders_total = COALESCE(e.orders_total, 0) + COALESCE(s.orders_total, 0),
  orders_30d = COALESCE(e.orders_30d, 0) + COALESCE(s.orders_30d, 0),
  units_total = COALESCE(e.units_total, 0) + COALESCE(s.units_total, 0),
  units_30d = COALESCE(e.units_30d, 0) + COALESCE(s.units_30d, 0),
  changed_at = CASE
    WHEN e.impressions_total IS DISTINCT FROM COALESCE(e.impressions_total, 0) + COALESCE(s.impressions_total, 0)
      OR e.impressions_30d IS DISTINCT FROM COALESCE(e.impressions_30d, 0) + COALESCE(s.impressions_30d, 0)
      OR e.clicks_total IS DISTINCT FROM COALESCE(e.clicks_total, 0) + COALESCE(s.clicks_total, 0)
      OR e.clicks_30d IS DISTINCT FROM COALESCE(e.clicks_30d, 0) + COALESCE(s.clicks_30d, 0)
      OR e.cost_total IS DISTINCT FROM COALESCE(e.cost_total, 0) + COALESCE(s.cost_total, 0)
      OR e.cost_30d IS DISTINCT FROM COALESCE(e.cost_30d, 0) + COALESCE(s.cost_30d, 0)
      OR e.sales_total IS DISTINCT FROM COALESCE(e.sales_total, 0) + COALESCE(s.sales_total, 0)
      OR e.sales_30d IS DISTINCT FROM COALESCE(e.sales_30d, 0) + COALESCE(s.sales_30d, 0)
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
  cost_total = COALESCE(e.cost_total, 0),
  cost_30d = COALESCE(e.cost_30d, 0),
  sales_total = COALESCE(e.sales_total, 0),
  sales_30d = COALESCE(e.sales_30d, 0),
  orders_total = COALESCE(e.orders_total, 0),
  orders_30d = COALESCE(e.orders_30d, 0),
  units_total = COALESCE(e.units_total, 0),
  units_30d = COALESCE(e.units_30d, 0),
  changed_at = CASE
    WHEN e.impressions_total IS NULL
      OR e.impressions_30d IS NULL
      OR e.clicks_total IS NULL
      OR e.clicks_30d IS NULL
      OR e.cost_total IS NULL
      OR e.cost_30d IS NULL
      OR e.sales_total IS NULL
      OR e.sales_30d IS NULL
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
  impressions_total, impressions_30d, clicks_total, clicks_30d, cost_total, cost_30d, sales_total, sales_30d, orders_total, orders_30d, units_total, units_30d)
SELECT
  1, 1001, s.id, 'SPONSORED_PRODUCTS',
  'report', @now, @now, @now, @to, @first, s.currency, @attribution,
  COALESCE(s.impressions_total, 0), COALESCE(s.impressions_30d, 0), COALESCE(s.clicks_total, 0), COALESCE(s.clicks_30d, 0), COALESCE(s.cost_total, 0), COALESCE(s.cost_30d, 0), COALESCE(s.sales_total, 0), COALESCE(s.sales_30d, 0), COALESCE(s.orders_total, 0), COALESCE(s.orders_30d, 0), COALESCE(s.units_total, 0), COALESCE(s.units_30d, 0)
FROM ppc_sums s
WHERE s.grain = 0
ON CONFLICT (account_id, profile_id, campaign_id, ad_product) DO NOTHING;

INSERT INTO ppc_loads (load_id, account_id, loaded_at, is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest)
VALUES (
  @id, @account, @now,
  @suspect, @inserted, @changed, @unchanged, @removed, @rejected, @ignored, @duplicates, @rounded, @digest);

DROP TABLE IF EXISTS ppc_staging;
DROP TABLE IF EXISTS ppc_tally;
DROP TABLE IF EXISTS ppc_incoming;
DROP TABLE IF EXISTS ppc_pairs;
DROP TABLE IF EXISTS ppc_diff;
DROP TABLE IF EXISTS ppc_sums;
DROP TABLE IF EXISTS ppc_mixed_sums;
