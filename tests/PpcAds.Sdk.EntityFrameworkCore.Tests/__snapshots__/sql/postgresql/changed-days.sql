SELECT @job, a.pid, CASE WHEN a.usename = current_user THEN pg_terminate_backend(a.pid) ELSE false END AS is_ended
FROM generate_series(greatest(@epoch - 16, 0), @epoch - 1) AS earlier(epoch)
JOIN pg_locks l ON l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(format('ppcads.job.%s.%s.%s', 'ppc_report_jobs'::regclass::oid, @job, earlier.epoch), 0)
JOIN pg_stat_activity a ON a.pid = l.pid;

SELECT scope_id, metrics
FROM performance_scopes
WHERE account_id = @account
  AND profile_id = @profile
  AND dataset = @dataset;

SELECT pg_advisory_xact_lock_shared(hashtextextended(format('ppcads.job.%s.%s.%s', 'ppc_report_jobs'::regclass::oid, @job, @epoch), 0));

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

DROP TABLE IF EXISTS ppc_staging;
CREATE TEMPORARY TABLE ppc_staging (
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
  impressions integer,
  clicks integer,
  cost numeric,
  sales numeric,
  orders integer,
  units integer,
  sales_1d numeric,
  sales_14d numeric,
  sales_30d numeric,
  orders_1d integer,
  orders_14d integer,
  orders_30d integer,
  units_1d integer,
  units_14d integer,
  units_30d integer,
  sales_promoted numeric,
  kindle_pages_read integer,
  kindle_royalties numeric,
  top_of_search_impression_share numeric,
  extra jsonb,
  row_hash bigint,
  copies bigint NOT NULL);

COPY ppc_staging (date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost, sales, orders, units, sales_1d, sales_14d, sales_30d, orders_1d, orders_14d, orders_30d, units_1d, units_14d, units_30d, sales_promoted, kindle_pages_read, kindle_royalties, top_of_search_impression_share, extra, row_hash, copies) FROM STDIN (FORMAT BINARY);

SELECT pg_advisory_xact_lock_shared(hashtextextended(format('ppcads.job.%s.%s.%s', 'ppc_report_jobs'::regclass::oid, @job, @epoch), 0));

SET LOCAL work_mem = '64MB';
SET LOCAL idle_in_transaction_session_timeout = 60000;
SET LOCAL lock_timeout = 3000;
SELECT pg_advisory_xact_lock(hashtextextended('ppcads.load.1.1001.sp.campaign', 0)) IS NOT NULL;

UPDATE ppc_report_jobs
SET lease_epoch = lease_epoch
WHERE job_id = @job
  AND lease_epoch = @epoch;

SELECT is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest
FROM ppc_loads
WHERE load_id = @id;

SELECT r.date, r.report_generated_at, r.rows, r.cost
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND r.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-02';

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

DROP TABLE IF EXISTS ppc_pairs;
CREATE TEMPORARY TABLE ppc_pairs AS
SELECT s.place AS staged, r.place AS stored
FROM (
  SELECT s.date, s.campaign_id, s.detail, s.row_hash, s.ctid AS place
  FROM ppc_staging s
  WHERE s.date IN (DATE '2026-03-01', DATE '2026-03-02')) s
FULL JOIN (
  SELECT r.date, r.campaign_id, r.detail, r.row_hash, r.ctid AS place
  FROM performance_facts r
  WHERE r.scope_id = 1
    AND r.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-02'
    AND r.date IN (DATE '2026-03-01', DATE '2026-03-02')) r
  ON r.date = s.date
  AND r.campaign_id = s.campaign_id
  AND r.detail = s.detail
WHERE s.place IS NULL
  OR r.place IS NULL
  OR (r.row_hash = s.row_hash) IS NOT TRUE;

SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = off;
DROP TABLE IF EXISTS ppc_diff;
CREATE TEMPORARY TABLE ppc_diff AS
SELECT
  CASE
    WHEN p.stored IS NULL THEN 0
    WHEN p.staged IS NOT NULL THEN 1
    ELSE CASE WHEN r.date IN (DATE '2026-03-01', DATE '2026-03-02') THEN 2 ELSE 3 END
  END AS kind,
  CASE WHEN s.date IS NULL THEN r.date ELSE s.date END AS date,
  CASE WHEN s.date IS NULL THEN r.campaign_id ELSE s.campaign_id END AS campaign_id,
  CASE WHEN s.date IS NULL THEN r.detail ELSE s.detail END AS detail,
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
  s.cost AS cost,
  s.sales AS sales,
  s.orders AS orders,
  s.units AS units,
  s.sales_1d AS sales_1d,
  s.sales_14d AS sales_14d,
  s.sales_30d AS sales_30d,
  s.orders_1d AS orders_1d,
  s.orders_14d AS orders_14d,
  s.orders_30d AS orders_30d,
  s.units_1d AS units_1d,
  s.units_14d AS units_14d,
  s.units_30d AS units_30d,
  s.sales_promoted AS sales_promoted,
  s.kindle_pages_read AS kindle_pages_read,
  s.kindle_royalties AS kindle_royalties,
  s.top_of_search_impression_share AS top_of_search_impression_share,
  s.extra AS extra,
  r.impressions AS old_impressions,
  r.clicks AS old_clicks,
  r.cost AS old_cost,
  r.sales AS old_sales,
  r.orders AS old_orders,
  r.units AS old_units,
  r.currency AS old_currency,
  s.row_hash AS row_hash,
  p.stored AS place
FROM ppc_pairs p
LEFT JOIN ppc_staging s ON s.ctid = p.staged
LEFT JOIN performance_facts r ON r.ctid = p.stored
WHERE p.staged IS NULL
  OR p.stored IS NULL
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
  OR r.cost IS DISTINCT FROM s.cost
  OR r.sales IS DISTINCT FROM s.sales
  OR r.orders IS DISTINCT FROM s.orders
  OR r.units IS DISTINCT FROM s.units
  OR r.sales_1d IS DISTINCT FROM s.sales_1d
  OR r.sales_14d IS DISTINCT FROM s.sales_14d
  OR r.sales_30d IS DISTINCT FROM s.sales_30d
  OR r.orders_1d IS DISTINCT FROM s.orders_1d
  OR r.orders_14d IS DISTINCT FROM s.orders_14d
  OR r.orders_30d IS DISTINCT FROM s.orders_30d
  OR r.units_1d IS DISTINCT FROM s.units_1d
  OR r.units_14d IS DISTINCT FROM s.units_14d
  OR r.units_30d IS DISTINCT FROM s.units_30d
  OR r.sales_promoted IS DISTINCT FROM s.sales_promoted
  OR r.kindle_pages_read IS DISTINCT FROM s.kindle_pages_read
  OR r.kindle_royalties IS DISTINCT FROM s.kindle_royalties
  OR r.top_of_search_impression_share IS DISTINCT FROM s.top_of_search_impression_share
  OR r.extra IS DISTINCT FROM s.extra
  OR r.attribution_days <> 7;
SET LOCAL enable_hashjoin = on;
SET LOCAL enable_mergejoin = on;
ANALYZE ppc_diff (kind, date, campaign_id, detail);

SELECT COUNT(*)
FROM ppc_diff d
WHERE d.kind = 0;

SELECT COUNT(*)
FROM ppc_diff d
WHERE d.kind >= 2;

SELECT COUNT(*)
FROM performance_facts r
WHERE r.scope_id = 1
  AND r.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-02'
  AND r.date IN (DATE '2026-03-01', DATE '2026-03-02');

SELECT COUNT(*)
FROM (
  SELECT 1
  FROM ppc_diff d
  WHERE d.kind = 0
  GROUP BY d.date, d.campaign_id, d.detail
  HAVING COUNT(*) > 1) twice;

SELECT d.date, COUNT(*), COALESCE(SUM(d.old_cost), 0)
FROM ppc_diff d
WHERE d.kind = 2
GROUP BY d.date;

INSERT INTO performance_facts (
  scope_id,
  date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost, sales, orders, units, sales_1d, sales_14d, sales_30d, orders_1d, orders_14d, orders_30d, units_1d, units_14d, units_30d, sales_promoted, kindle_pages_read, kindle_royalties, top_of_search_impression_share, extra, row_hash,
  attribution_days, changed_at)
SELECT
  1,
  d.date, d.campaign_id, d.detail, d.ad_group_id, d.ad_id, d.target_id, d.target_kind, d.target_text, d.match_type, d.search_term, d.placement, d.advertised_asin, d.advertised_sku, d.purchased_asin, d.currency, d.impressions, d.clicks, d.cost, d.sales, d.orders, d.units, d.sales_1d, d.sales_14d, d.sales_30d, d.orders_1d, d.orders_14d, d.orders_30d, d.units_1d, d.units_14d, d.units_30d, d.sales_promoted, d.kindle_pages_read, d.kindle_royalties, d.top_of_search_impression_share, d.extra, d.row_hash,
  @attribution, @now
FROM ppc_diff d
WHERE d.kind = 0;

SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = off;
UPDATE performance_facts AS r
SET ad_group_id = d.ad_group_id,
  ad_id = d.ad_id,
  target_id = d.target_id,
  target_kind = d.target_kind,
  target_text = d.target_text,
  match_type = d.match_type,
  search_term = d.search_term,
  placement = d.placement,
  advertised_asin = d.advertised_asin,
  advertised_sku = d.advertised_sku,
  purchased_asin = d.purchased_asin,
  currency = d.currency,
  impressions = d.impressions,
  clicks = d.clicks,
  cost = d.cost,
  sales = d.sales,
  orders = d.orders,
  units = d.units,
  sales_1d = d.sales_1d,
  sales_14d = d.sales_14d,
  sales_30d = d.sales_30d,
  orders_1d = d.orders_1d,
  orders_14d = d.orders_14d,
  orders_30d = d.orders_30d,
  units_1d = d.units_1d,
  units_14d = d.units_14d,
  units_30d = d.units_30d,
  sales_promoted = d.sales_promoted,
  kindle_pages_read = d.kindle_pages_read,
  kindle_royalties = d.kindle_royalties,
  top_of_search_impression_share = d.top_of_search_impression_share,
  extra = d.extra,
  row_hash = d.row_hash,
  attribution_days = @attribution,
  changed_at = @now
FROM ppc_diff d
WHERE d.kind = 1
  AND r.scope_id = 1
  AND r.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-02'
  AND r.date = d.date
  AND r.campaign_id = d.campaign_id
  AND r.detail = d.detail
  AND r.ctid = d.place;
SET LOCAL enable_hashjoin = on;
SET LOCAL enable_mergejoin = on;

DELETE FROM performance_facts AS r
WHERE r.scope_id = 1
  AND r.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-02'
  AND (r.date, r.campaign_id, r.detail) IN (
    SELECT d.date, d.campaign_id, d.detail
    FROM ppc_diff d
    WHERE d.kind = 2);

INSERT INTO performance_changes (
  scope_id, known_at, date, campaign_id, detail,
  impressions, clicks, cost, sales, orders, units)
SELECT
  1, @known, d.date, d.campaign_id, d.detail,
  NULLIF(COALESCE(d.impressions, 0) - COALESCE(d.old_impressions, 0), 0),
  NULLIF(COALESCE(d.clicks, 0) - COALESCE(d.old_clicks, 0), 0),
  NULLIF(COALESCE(d.cost, 0) - COALESCE(d.old_cost, 0), 0),
  NULLIF(COALESCE(d.sales, 0) - COALESCE(d.old_sales, 0), 0),
  NULLIF(COALESCE(d.orders, 0) - COALESCE(d.old_orders, 0), 0),
  NULLIF(COALESCE(d.units, 0) - COALESCE(d.old_units, 0), 0)
FROM ppc_diff d
WHERE d.kind <= 2
  AND d.date IN (
    SELECT r.date
    FROM performance_days r
    WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
      AND r.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-02'
      AND r.first_loaded_at IS NOT NULL)
  AND (COALESCE(d.impressions, 0) - COALESCE(d.old_impressions, 0) <> 0
    OR COALESCE(d.clicks, 0) - COALESCE(d.old_clicks, 0) <> 0
    OR COALESCE(d.cost, 0) - COALESCE(d.old_cost, 0) <> 0
    OR COALESCE(d.sales, 0) - COALESCE(d.old_sales, 0) <> 0
    OR COALESCE(d.orders, 0) - COALESCE(d.old_orders, 0) <> 0
    OR COALESCE(d.units, 0) - COALESCE(d.old_units, 0) <> 0);

INSERT INTO performance_day_loads (scope_id, date, loaded_at, report_generated_at)
VALUES
  (1, DATE '2026-03-01', @known, @generated),
  (1, DATE '2026-03-02', @known, @generated);

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
  AND r.date IN (DATE '2026-03-02');

INSERT INTO performance_days (
  account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, first_loaded_at,
  rows, rows_removed, impressions, clicks, cost, checksum)
VALUES
  (1, 1001, 'sp.campaign', DATE '2026-03-01',
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
  cost = excluded.cost,
  checksum = excluded.checksum;

UPDATE performance_days AS r
SET rows_removed = @rows
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND r.date = DATE '2026-03-01';

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
    CASE WHEN r.old_currency > r.currency THEN r.old_currency ELSE r.currency END AS currency,
    CASE WHEN r.old_currency < r.currency THEN r.old_currency ELSE r.currency END AS currency_least,
    COALESCE(r.impressions, 0) - COALESCE(r.old_impressions, 0) AS impressions, COALESCE(r.clicks, 0) - COALESCE(r.old_clicks, 0) AS clicks, COALESCE(r.cost, 0) - COALESCE(r.old_cost, 0) AS cost, COALESCE(r.sales, 0) - COALESCE(r.old_sales, 0) AS sales, COALESCE(r.orders, 0) - COALESCE(r.old_orders, 0) AS orders, COALESCE(r.units, 0) - COALESCE(r.old_units, 0) AS units
  FROM ppc_diff r
  WHERE r.kind <= 2) r
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

UPDATE ppc_report_jobs
SET state = @state,
  removal_digest = @digest,
  due_at = @due,
  error = NULL
WHERE job_id = @job;

DROP TABLE IF EXISTS ppc_staging;
DROP TABLE IF EXISTS ppc_tally;
DROP TABLE IF EXISTS ppc_incoming;
DROP TABLE IF EXISTS ppc_pairs;
DROP TABLE IF EXISTS ppc_diff;
DROP TABLE IF EXISTS ppc_sums;
DROP TABLE IF EXISTS ppc_mixed_sums;
