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

BEGIN IMMEDIATE;

SELECT is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest
FROM ppc_loads
WHERE load_id = @id;

SELECT 1
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND r.date BETWEEN '2026-03-01' AND '2026-03-02'
LIMIT 1;

SELECT 1
FROM performance_facts r
WHERE r.scope_id = 1
  AND r.date BETWEEN '2026-03-01' AND '2026-03-02'
LIMIT 1;

SELECT MIN(r.date), MAX(r.date)
FROM performance_days r
WHERE r.account_id = 1 AND r.profile_id = 1001 AND r.dataset = 'sp.campaign'
  AND (r.state <> 'unproven' OR r.rows > 0);

INSERT INTO performance_facts (
  date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost_micros, sales_micros, orders, units, sales_1d_micros, sales_14d_micros, sales_30d_micros, orders_1d, orders_14d, orders_30d, units_1d, units_14d, units_30d, sales_promoted_micros, kindle_pages_read, kindle_royalties_micros, top_of_search_impression_share_micros, extra, scope_id, attribution_days, changed_at)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, 1, 7, 1773576000000000)
ON CONFLICT (scope_id, date, campaign_id, detail) DO UPDATE
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
  top_of_search_impression_share_micros = CASE WHEN top_of_search_impression_share_micros = excluded.top_of_search_impression_share_micros THEN top_of_search_impression_share_micros END;

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
  (1, '2026-03-01', @known, @generated),
  (1, '2026-03-02', @known, @generated);

SELECT COUNT(*)
FROM performance_facts r
WHERE r.scope_id = 1
  AND r.date BETWEEN '2026-03-01' AND '2026-03-02';

INSERT INTO performance_days (
  account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, first_loaded_at,
  rows, rows_removed, impressions, clicks, cost_micros, checksum)
VALUES
  (1, 1001, 'sp.campaign', '2026-03-01',
    'loaded', @report, @generated, @now,
    @known, 2, 0, 200, 8, @cost0,
    -2685044134409330352),
  (1, 1001, 'sp.campaign', '2026-03-02',
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
  cost_micros = excluded.cost_micros,
  checksum = excluded.checksum;

DROP TABLE IF EXISTS ppc_tally;

CREATE TEMPORARY TABLE ppc_tally (
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
  copies INTEGER NOT NULL,
  PRIMARY KEY (date, campaign_id, detail));

INSERT INTO temp.ppc_tally (
  date, campaign_id, detail, ad_group_id, ad_id, target_id, target_kind, target_text, match_type, search_term, placement, advertised_asin, advertised_sku, purchased_asin, currency, impressions, clicks, cost_micros, sales_micros, orders, units, copies)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, 1)
ON CONFLICT (date, campaign_id, detail) DO UPDATE
SET impressions = NULLIF(COALESCE(impressions, 0) + COALESCE(excluded.impressions, 0), 0),
  clicks = NULLIF(COALESCE(clicks, 0) + COALESCE(excluded.clicks, 0), 0),
  cost_micros = NULLIF(COALESCE(cost_micros, 0) + COALESCE(excluded.cost_micros, 0), 0),
  sales_micros = NULLIF(COALESCE(sales_micros, 0) + COALESCE(excluded.sales_micros, 0), 0),
  orders = NULLIF(COALESCE(orders, 0) + COALESCE(excluded.orders, 0), 0),
  units = NULLIF(COALESCE(units, 0) + COALESCE(excluded.units, 0), 0), copies = copies + 1;

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
    r.currency AS currency, r.currency AS currency_least,
    r.impressions, r.clicks, r.cost_micros, r.sales_micros, r.orders, r.units
  FROM ppc_tally r
  WHERE true) r
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

COMMIT;

DROP TABLE IF EXISTS ppc_staging;

DROP TABLE IF EXISTS ppc_tally;

DROP TABLE IF EXISTS ppc_incoming;

DROP TABLE IF EXISTS ppc_pairs;

DROP TABLE IF EXISTS ppc_diff;

DROP TABLE IF EXISTS ppc_sums;

DROP TABLE IF EXISTS ppc_mixed_sums;
