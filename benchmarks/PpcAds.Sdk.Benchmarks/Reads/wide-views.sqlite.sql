CREATE VIEW campaign_performance AS
SELECT
  r.account_id AS account_id,
  r.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  r.dataset AS dataset,
  CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  r.date AS date,
  c.portfolio_id AS portfolio_id,
  f.name AS portfolio_name,
  r.campaign_id AS campaign_id,
  c.name AS campaign_name,
  c.state AS campaign_state,
  r.currency AS currency,
  r.attribution_days AS attribution_days,
  r.impressions AS impressions,
  r.clicks AS clicks,
  r.cost AS cost,
  r.sales AS sales,
  r.orders AS orders,
  r.units AS units,
  r.sales_clicks AS sales_clicks,
  r.orders_clicks AS orders_clicks,
  r.units_clicks AS units_clicks,
  r.new_to_brand_sales AS new_to_brand_sales,
  r.new_to_brand_orders AS new_to_brand_orders,
  r.new_to_brand_units AS new_to_brand_units,
  r.top_of_search_impression_share AS top_of_search_impression_share,
  r.clicks * 1.0 / NULLIF(r.impressions, 0) AS ctr,
  r.cost_micros * 0.000001 / NULLIF(r.clicks, 0) AS cpc,
  r.orders * 1.0 / NULLIF(r.clicks, 0) AS cvr,
  r.cost_micros * 1.0 / NULLIF(r.sales_micros, 0) AS acos,
  r.sales_micros * 1.0 / NULLIF(r.cost_micros, 0) AS roas,
  round(r.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(r.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM performance_records r
LEFT JOIN ppc_profiles p
  ON p.account_id = r.account_id
  AND p.profile_id = r.profile_id
LEFT JOIN ppc_campaigns c
  ON c.account_id = r.account_id
  AND c.profile_id = r.profile_id
  AND c.campaign_id = r.campaign_id
  AND c.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_portfolios f
  ON f.account_id = c.account_id
  AND f.profile_id = c.profile_id
  AND f.portfolio_id = c.portfolio_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = r.currency
  AND x.date = r.date
WHERE r.dataset IN ('sp.campaign', 'sb.campaign', 'sd.campaign');

CREATE VIEW ad_group_performance AS
SELECT
  r.account_id AS account_id,
  r.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  r.dataset AS dataset,
  CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  r.date AS date,
  c.portfolio_id AS portfolio_id,
  f.name AS portfolio_name,
  r.campaign_id AS campaign_id,
  c.name AS campaign_name,
  r.ad_group_id AS ad_group_id,
  g.name AS ad_group_name,
  g.state AS ad_group_state,
  r.currency AS currency,
  r.attribution_days AS attribution_days,
  r.impressions AS impressions,
  r.clicks AS clicks,
  r.cost AS cost,
  r.sales AS sales,
  r.orders AS orders,
  r.units AS units,
  r.sales_clicks AS sales_clicks,
  r.orders_clicks AS orders_clicks,
  r.units_clicks AS units_clicks,
  r.new_to_brand_sales AS new_to_brand_sales,
  r.new_to_brand_orders AS new_to_brand_orders,
  r.new_to_brand_units AS new_to_brand_units,
  r.clicks * 1.0 / NULLIF(r.impressions, 0) AS ctr,
  r.cost_micros * 0.000001 / NULLIF(r.clicks, 0) AS cpc,
  r.orders * 1.0 / NULLIF(r.clicks, 0) AS cvr,
  r.cost_micros * 1.0 / NULLIF(r.sales_micros, 0) AS acos,
  r.sales_micros * 1.0 / NULLIF(r.cost_micros, 0) AS roas,
  round(r.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(r.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM performance_records r
LEFT JOIN ppc_profiles p
  ON p.account_id = r.account_id
  AND p.profile_id = r.profile_id
LEFT JOIN ppc_campaigns c
  ON c.account_id = r.account_id
  AND c.profile_id = r.profile_id
  AND c.campaign_id = r.campaign_id
  AND c.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_ad_groups g
  ON g.account_id = r.account_id
  AND g.profile_id = r.profile_id
  AND g.ad_group_id = r.ad_group_id
  AND g.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_portfolios f
  ON f.account_id = c.account_id
  AND f.profile_id = c.profile_id
  AND f.portfolio_id = c.portfolio_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = r.currency
  AND x.date = r.date
WHERE r.dataset IN ('sp.ad_group', 'sb.ad_group', 'sd.ad_group');

CREATE VIEW keyword_performance AS
SELECT
  r.account_id AS account_id,
  r.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  r.dataset AS dataset,
  CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  r.date AS date,
  c.portfolio_id AS portfolio_id,
  f.name AS portfolio_name,
  r.campaign_id AS campaign_id,
  c.name AS campaign_name,
  r.ad_group_id AS ad_group_id,
  g.name AS ad_group_name,
  r.target_id AS keyword_id,
  k.keyword_text AS keyword_text,
  k.match_type AS match_type,
  k.state AS keyword_state,
  r.currency AS currency,
  r.attribution_days AS attribution_days,
  r.impressions AS impressions,
  r.clicks AS clicks,
  r.cost AS cost,
  r.sales AS sales,
  r.orders AS orders,
  r.units AS units,
  r.sales_clicks AS sales_clicks,
  r.orders_clicks AS orders_clicks,
  r.units_clicks AS units_clicks,
  r.new_to_brand_sales AS new_to_brand_sales,
  r.new_to_brand_orders AS new_to_brand_orders,
  r.new_to_brand_units AS new_to_brand_units,
  r.top_of_search_impression_share AS top_of_search_impression_share,
  r.clicks * 1.0 / NULLIF(r.impressions, 0) AS ctr,
  r.cost_micros * 0.000001 / NULLIF(r.clicks, 0) AS cpc,
  r.orders * 1.0 / NULLIF(r.clicks, 0) AS cvr,
  r.cost_micros * 1.0 / NULLIF(r.sales_micros, 0) AS acos,
  r.sales_micros * 1.0 / NULLIF(r.cost_micros, 0) AS roas,
  round(r.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(r.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM performance_records r
LEFT JOIN ppc_profiles p
  ON p.account_id = r.account_id
  AND p.profile_id = r.profile_id
LEFT JOIN ppc_campaigns c
  ON c.account_id = r.account_id
  AND c.profile_id = r.profile_id
  AND c.campaign_id = r.campaign_id
  AND c.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_ad_groups g
  ON g.account_id = r.account_id
  AND g.profile_id = r.profile_id
  AND g.ad_group_id = r.ad_group_id
  AND g.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_keywords k
  ON k.account_id = r.account_id
  AND k.profile_id = r.profile_id
  AND k.keyword_id = r.target_id
  AND k.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_portfolios f
  ON f.account_id = c.account_id
  AND f.profile_id = c.profile_id
  AND f.portfolio_id = c.portfolio_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = r.currency
  AND x.date = r.date
WHERE r.dataset IN ('sp.target', 'sb.target', 'sd.target')
  AND r.target_kind = 'keyword';

CREATE VIEW target_performance AS
SELECT
  r.account_id AS account_id,
  r.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  r.dataset AS dataset,
  CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  r.date AS date,
  c.portfolio_id AS portfolio_id,
  f.name AS portfolio_name,
  r.campaign_id AS campaign_id,
  c.name AS campaign_name,
  r.ad_group_id AS ad_group_id,
  g.name AS ad_group_name,
  r.target_id AS target_id,
  r.target_kind AS target_kind,
  r.target_text AS target_text,
  r.match_type AS match_type,
  r.currency AS currency,
  r.attribution_days AS attribution_days,
  r.impressions AS impressions,
  r.clicks AS clicks,
  r.cost AS cost,
  r.sales AS sales,
  r.orders AS orders,
  r.units AS units,
  r.sales_clicks AS sales_clicks,
  r.orders_clicks AS orders_clicks,
  r.units_clicks AS units_clicks,
  r.new_to_brand_sales AS new_to_brand_sales,
  r.new_to_brand_orders AS new_to_brand_orders,
  r.new_to_brand_units AS new_to_brand_units,
  r.top_of_search_impression_share AS top_of_search_impression_share,
  r.clicks * 1.0 / NULLIF(r.impressions, 0) AS ctr,
  r.cost_micros * 0.000001 / NULLIF(r.clicks, 0) AS cpc,
  r.orders * 1.0 / NULLIF(r.clicks, 0) AS cvr,
  r.cost_micros * 1.0 / NULLIF(r.sales_micros, 0) AS acos,
  r.sales_micros * 1.0 / NULLIF(r.cost_micros, 0) AS roas,
  round(r.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(r.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM performance_records r
LEFT JOIN ppc_profiles p
  ON p.account_id = r.account_id
  AND p.profile_id = r.profile_id
LEFT JOIN ppc_campaigns c
  ON c.account_id = r.account_id
  AND c.profile_id = r.profile_id
  AND c.campaign_id = r.campaign_id
  AND c.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_ad_groups g
  ON g.account_id = r.account_id
  AND g.profile_id = r.profile_id
  AND g.ad_group_id = r.ad_group_id
  AND g.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_portfolios f
  ON f.account_id = c.account_id
  AND f.profile_id = c.profile_id
  AND f.portfolio_id = c.portfolio_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = r.currency
  AND x.date = r.date
WHERE r.dataset IN ('sp.target', 'sb.target', 'sd.target');

CREATE VIEW search_term_performance AS
SELECT
  r.account_id AS account_id,
  r.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  r.dataset AS dataset,
  CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  r.date AS date,
  c.portfolio_id AS portfolio_id,
  f.name AS portfolio_name,
  r.campaign_id AS campaign_id,
  c.name AS campaign_name,
  r.ad_group_id AS ad_group_id,
  g.name AS ad_group_name,
  r.target_id AS target_id,
  r.target_kind AS target_kind,
  r.target_text AS target_text,
  r.match_type AS match_type,
  r.search_term AS search_term,
  r.currency AS currency,
  r.attribution_days AS attribution_days,
  r.impressions AS impressions,
  r.clicks AS clicks,
  r.cost AS cost,
  r.sales AS sales,
  r.orders AS orders,
  r.units AS units,
  r.sales_clicks AS sales_clicks,
  r.orders_clicks AS orders_clicks,
  r.units_clicks AS units_clicks,
  r.new_to_brand_sales AS new_to_brand_sales,
  r.new_to_brand_orders AS new_to_brand_orders,
  r.new_to_brand_units AS new_to_brand_units,
  r.clicks * 1.0 / NULLIF(r.impressions, 0) AS ctr,
  r.cost_micros * 0.000001 / NULLIF(r.clicks, 0) AS cpc,
  r.orders * 1.0 / NULLIF(r.clicks, 0) AS cvr,
  r.cost_micros * 1.0 / NULLIF(r.sales_micros, 0) AS acos,
  r.sales_micros * 1.0 / NULLIF(r.cost_micros, 0) AS roas,
  round(r.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(r.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM performance_records r
LEFT JOIN ppc_profiles p
  ON p.account_id = r.account_id
  AND p.profile_id = r.profile_id
LEFT JOIN ppc_campaigns c
  ON c.account_id = r.account_id
  AND c.profile_id = r.profile_id
  AND c.campaign_id = r.campaign_id
  AND c.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_ad_groups g
  ON g.account_id = r.account_id
  AND g.profile_id = r.profile_id
  AND g.ad_group_id = r.ad_group_id
  AND g.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_portfolios f
  ON f.account_id = c.account_id
  AND f.profile_id = c.profile_id
  AND f.portfolio_id = c.portfolio_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = r.currency
  AND x.date = r.date
WHERE r.dataset IN ('sp.search_term', 'sb.search_term', 'sd.search_term');

CREATE VIEW placement_performance AS
SELECT
  r.account_id AS account_id,
  r.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  r.dataset AS dataset,
  CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  r.date AS date,
  c.portfolio_id AS portfolio_id,
  f.name AS portfolio_name,
  r.campaign_id AS campaign_id,
  c.name AS campaign_name,
  r.placement AS placement,
  r.currency AS currency,
  r.attribution_days AS attribution_days,
  r.impressions AS impressions,
  r.clicks AS clicks,
  r.cost AS cost,
  r.sales AS sales,
  r.orders AS orders,
  r.units AS units,
  r.sales_clicks AS sales_clicks,
  r.orders_clicks AS orders_clicks,
  r.units_clicks AS units_clicks,
  r.new_to_brand_sales AS new_to_brand_sales,
  r.new_to_brand_orders AS new_to_brand_orders,
  r.new_to_brand_units AS new_to_brand_units,
  r.clicks * 1.0 / NULLIF(r.impressions, 0) AS ctr,
  r.cost_micros * 0.000001 / NULLIF(r.clicks, 0) AS cpc,
  r.orders * 1.0 / NULLIF(r.clicks, 0) AS cvr,
  r.cost_micros * 1.0 / NULLIF(r.sales_micros, 0) AS acos,
  r.sales_micros * 1.0 / NULLIF(r.cost_micros, 0) AS roas,
  round(r.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(r.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM performance_records r
LEFT JOIN ppc_profiles p
  ON p.account_id = r.account_id
  AND p.profile_id = r.profile_id
LEFT JOIN ppc_campaigns c
  ON c.account_id = r.account_id
  AND c.profile_id = r.profile_id
  AND c.campaign_id = r.campaign_id
  AND c.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_portfolios f
  ON f.account_id = c.account_id
  AND f.profile_id = c.profile_id
  AND f.portfolio_id = c.portfolio_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = r.currency
  AND x.date = r.date
WHERE r.dataset IN ('sp.placement', 'sb.placement', 'sd.placement');

CREATE VIEW product_performance AS
SELECT
  r.account_id AS account_id,
  r.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  r.dataset AS dataset,
  CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  r.date AS date,
  c.portfolio_id AS portfolio_id,
  f.name AS portfolio_name,
  r.campaign_id AS campaign_id,
  c.name AS campaign_name,
  r.ad_group_id AS ad_group_id,
  g.name AS ad_group_name,
  r.ad_id AS ad_id,
  r.advertised_asin AS advertised_asin,
  r.advertised_sku AS advertised_sku,
  r.currency AS currency,
  r.attribution_days AS attribution_days,
  r.impressions AS impressions,
  r.clicks AS clicks,
  r.cost AS cost,
  r.sales AS sales,
  r.orders AS orders,
  r.units AS units,
  r.sales_clicks AS sales_clicks,
  r.orders_clicks AS orders_clicks,
  r.units_clicks AS units_clicks,
  r.new_to_brand_sales AS new_to_brand_sales,
  r.new_to_brand_orders AS new_to_brand_orders,
  r.new_to_brand_units AS new_to_brand_units,
  r.clicks * 1.0 / NULLIF(r.impressions, 0) AS ctr,
  r.cost_micros * 0.000001 / NULLIF(r.clicks, 0) AS cpc,
  r.orders * 1.0 / NULLIF(r.clicks, 0) AS cvr,
  r.cost_micros * 1.0 / NULLIF(r.sales_micros, 0) AS acos,
  r.sales_micros * 1.0 / NULLIF(r.cost_micros, 0) AS roas,
  round(r.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(r.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM performance_records r
LEFT JOIN ppc_profiles p
  ON p.account_id = r.account_id
  AND p.profile_id = r.profile_id
LEFT JOIN ppc_campaigns c
  ON c.account_id = r.account_id
  AND c.profile_id = r.profile_id
  AND c.campaign_id = r.campaign_id
  AND c.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_ad_groups g
  ON g.account_id = r.account_id
  AND g.profile_id = r.profile_id
  AND g.ad_group_id = r.ad_group_id
  AND g.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_portfolios f
  ON f.account_id = c.account_id
  AND f.profile_id = c.profile_id
  AND f.portfolio_id = c.portfolio_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = r.currency
  AND x.date = r.date
WHERE r.dataset IN ('sp.advertised_product', 'sb.advertised_product', 'sd.advertised_product');

CREATE VIEW purchased_product_performance AS
SELECT
  r.account_id AS account_id,
  r.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  r.dataset AS dataset,
  CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  r.date AS date,
  c.portfolio_id AS portfolio_id,
  f.name AS portfolio_name,
  r.campaign_id AS campaign_id,
  c.name AS campaign_name,
  r.ad_group_id AS ad_group_id,
  g.name AS ad_group_name,
  r.target_id AS target_id,
  r.target_kind AS target_kind,
  r.target_text AS target_text,
  r.match_type AS match_type,
  r.advertised_asin AS advertised_asin,
  r.advertised_sku AS advertised_sku,
  r.purchased_asin AS purchased_asin,
  r.currency AS currency,
  r.attribution_days AS attribution_days,
  r.impressions AS impressions,
  r.clicks AS clicks,
  r.cost AS cost,
  r.sales AS sales,
  r.orders AS orders,
  r.units AS units,
  r.sales_clicks AS sales_clicks,
  r.orders_clicks AS orders_clicks,
  r.units_clicks AS units_clicks,
  r.new_to_brand_sales AS new_to_brand_sales,
  r.new_to_brand_orders AS new_to_brand_orders,
  r.new_to_brand_units AS new_to_brand_units,
  r.clicks * 1.0 / NULLIF(r.impressions, 0) AS ctr,
  r.cost_micros * 0.000001 / NULLIF(r.clicks, 0) AS cpc,
  r.orders * 1.0 / NULLIF(r.clicks, 0) AS cvr,
  r.cost_micros * 1.0 / NULLIF(r.sales_micros, 0) AS acos,
  r.sales_micros * 1.0 / NULLIF(r.cost_micros, 0) AS roas,
  round(r.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(r.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM performance_records r
LEFT JOIN ppc_profiles p
  ON p.account_id = r.account_id
  AND p.profile_id = r.profile_id
LEFT JOIN ppc_campaigns c
  ON c.account_id = r.account_id
  AND c.profile_id = r.profile_id
  AND c.campaign_id = r.campaign_id
  AND c.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_ad_groups g
  ON g.account_id = r.account_id
  AND g.profile_id = r.profile_id
  AND g.ad_group_id = r.ad_group_id
  AND g.ad_product = CASE substr(r.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END
LEFT JOIN ppc_portfolios f
  ON f.account_id = c.account_id
  AND f.profile_id = c.profile_id
  AND f.portfolio_id = c.portfolio_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = r.currency
  AND x.date = r.date
WHERE r.dataset IN ('sp.purchased_product', 'sb.purchased_product', 'sd.purchased_product');

CREATE VIEW account_performance AS
SELECT
  t.account_id AS account_id,
  a.name AS account_name,
  t.profile_id AS profile_id,
  p.name AS profile_name,
  p.country_code AS country_code,
  t.dataset AS dataset,
  CASE substr(t.dataset, 1, 2)
    WHEN 'sp' THEN 'SPONSORED_PRODUCTS'
    WHEN 'sb' THEN 'SPONSORED_BRANDS'
    ELSE 'SPONSORED_DISPLAY'
  END AS ad_product,
  t.date AS date,
  t.currency AS currency,
  t.attribution_days AS attribution_days,
  t.impressions AS impressions,
  t.clicks AS clicks,
  t.cost_micros / 1000000.0 AS cost,
  t.sales_micros / 1000000.0 AS sales,
  t.orders AS orders,
  t.units AS units,
  t.sales_clicks_micros / 1000000.0 AS sales_clicks,
  t.orders_clicks AS orders_clicks,
  t.units_clicks AS units_clicks,
  t.new_to_brand_sales_micros / 1000000.0 AS new_to_brand_sales,
  t.new_to_brand_orders AS new_to_brand_orders,
  t.new_to_brand_units AS new_to_brand_units,
  t.clicks * 1.0 / NULLIF(t.impressions, 0) AS ctr,
  t.cost_micros * 0.000001 / NULLIF(t.clicks, 0) AS cpc,
  t.orders * 1.0 / NULLIF(t.clicks, 0) AS cvr,
  t.cost_micros * 1.0 / NULLIF(t.sales_micros, 0) AS acos,
  t.sales_micros * 1.0 / NULLIF(t.cost_micros, 0) AS roas,
  round(t.cost_micros / 1000000.0 * x.rate, 6) AS cost_reporting,
  round(t.sales_micros / 1000000.0 * x.rate, 6) AS sales_reporting
FROM (
  SELECT
    r.account_id, r.profile_id, r.dataset, r.date, r.currency, r.attribution_days,
    SUM(r.impressions) AS impressions,
    SUM(r.clicks) AS clicks,
    SUM(r.cost_micros) AS cost_micros,
    SUM(r.sales_micros) AS sales_micros,
    SUM(r.orders) AS orders,
    SUM(r.units) AS units,
    SUM(r.sales_clicks_micros) AS sales_clicks_micros,
    SUM(r.orders_clicks) AS orders_clicks,
    SUM(r.units_clicks) AS units_clicks,
    SUM(r.new_to_brand_sales_micros) AS new_to_brand_sales_micros,
    SUM(r.new_to_brand_orders) AS new_to_brand_orders,
    SUM(r.new_to_brand_units) AS new_to_brand_units
  FROM performance_records r
  WHERE r.dataset IN ('sp.campaign', 'sb.campaign', 'sd.campaign')
  GROUP BY r.account_id, r.profile_id, r.dataset, r.date, r.currency, r.attribution_days) t
LEFT JOIN ppc_accounts a
  ON a.account_id = t.account_id
LEFT JOIN ppc_profiles p
  ON p.account_id = t.account_id
  AND p.profile_id = t.profile_id
LEFT JOIN ppc_exchange_rates x
  ON x.currency = t.currency
  AND x.date = t.date;
