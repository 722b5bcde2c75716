BEGIN IMMEDIATE;

SELECT 1
FROM ppc_accounts a
WHERE a.account_id = @account;

INSERT INTO ppc_campaigns AS e (
  account_id, profile_id, campaign_id, ad_product,
  portfolio_id, name, state, targeting_type, start_date, end_date, budget_micros, budget_type, bidding_strategy, cost_type, raw_json,
  source, first_seen_at, last_seen_at, changed_at)
SELECT
  @account, @profile, p.entity_id, p.ad_product,
  p.portfolio_id, p.name, p.state, p.targeting_type, p.start_date, p.end_date, p.budget_micros, p.budget_type, p.bidding_strategy, p.cost_type, p.raw_json,
  'list', @now, @now, @now
FROM (
  SELECT json_extract(j.value, '$.entity_id') AS entity_id, json_extract(j.value, '$.ad_product') AS ad_product, json_extract(j.value, '$.portfolio_id') AS portfolio_id, json_extract(j.value, '$.name') AS name, json_extract(j.value, '$.state') AS state, json_extract(j.value, '$.targeting_type') AS targeting_type, json_extract(j.value, '$.start_date') AS start_date, json_extract(j.value, '$.end_date') AS end_date, json_extract(j.value, '$.budget_micros') AS budget_micros, json_extract(j.value, '$.budget_type') AS budget_type, json_extract(j.value, '$.bidding_strategy') AS bidding_strategy, json_extract(j.value, '$.cost_type') AS cost_type, json_extract(j.value, '$.raw_json') AS raw_json
  FROM json_each(CAST(@page AS TEXT)) AS j) AS p
WHERE true
ON CONFLICT (account_id, profile_id, campaign_id, ad_product) DO NOTHING;

INSERT INTO ppc_campaigns AS e (
  account_id, profile_id, campaign_id, ad_product,
  portfolio_id, name, state, targeting_type, start_date, end_date, budget_micros, budget_type, bidding_strategy, cost_type, raw_json,
  source, first_seen_at, last_seen_at, changed_at)
SELECT
  @account, @profile, p.entity_id, p.ad_product,
  p.portfolio_id, p.name, p.state, p.targeting_type, p.start_date, p.end_date, p.budget_micros, p.budget_type, p.bidding_strategy, p.cost_type, p.raw_json,
  'list', @now, @now, @now
FROM (
  SELECT json_extract(j.value, '$.entity_id') AS entity_id, json_extract(j.value, '$.ad_product') AS ad_product, json_extract(j.value, '$.portfolio_id') AS portfolio_id, json_extract(j.value, '$.name') AS name, json_extract(j.value, '$.state') AS state, json_extract(j.value, '$.targeting_type') AS targeting_type, json_extract(j.value, '$.start_date') AS start_date, json_extract(j.value, '$.end_date') AS end_date, json_extract(j.value, '$.budget_micros') AS budget_micros, json_extract(j.value, '$.budget_type') AS budget_type, json_extract(j.value, '$.bidding_strategy') AS bidding_strategy, json_extract(j.value, '$.cost_type') AS cost_type, json_extract(j.value, '$.raw_json') AS raw_json
  FROM json_each(CAST(@page AS TEXT)) AS j) AS p
WHERE true
ON CONFLICT (account_id, profile_id, campaign_id, ad_product) DO UPDATE
SET portfolio_id = excluded.portfolio_id, name = excluded.name, state = excluded.state, targeting_type = excluded.targeting_type, start_date = excluded.start_date, end_date = excluded.end_date, budget_micros = excluded.budget_micros, budget_type = excluded.budget_type, bidding_strategy = excluded.bidding_strategy, cost_type = excluded.cost_type, raw_json = excluded.raw_json,
  source = 'list',
  last_seen_at = @now,
  changed_at = @now
WHERE (e.source <> 'list'
  OR e.portfolio_id IS DISTINCT FROM excluded.portfolio_id
  OR e.name IS DISTINCT FROM excluded.name
  OR e.state IS DISTINCT FROM excluded.state
  OR e.targeting_type IS DISTINCT FROM excluded.targeting_type
  OR e.start_date IS DISTINCT FROM excluded.start_date
  OR e.end_date IS DISTINCT FROM excluded.end_date
  OR e.budget_micros IS DISTINCT FROM excluded.budget_micros
  OR e.budget_type IS DISTINCT FROM excluded.budget_type
  OR e.bidding_strategy IS DISTINCT FROM excluded.bidding_strategy
  OR e.cost_type IS DISTINCT FROM excluded.cost_type
  OR e.raw_json IS DISTINCT FROM excluded.raw_json);

INSERT INTO ppc_campaigns AS e (
  account_id, profile_id, campaign_id, ad_product,
  portfolio_id, name, state, targeting_type, start_date, end_date, budget_micros, budget_type, bidding_strategy, cost_type, raw_json,
  source, first_seen_at, last_seen_at, changed_at)
SELECT
  @account, @profile, p.entity_id, p.ad_product,
  p.portfolio_id, p.name, p.state, p.targeting_type, p.start_date, p.end_date, p.budget_micros, p.budget_type, p.bidding_strategy, p.cost_type, p.raw_json,
  'list', @now, @now, @now
FROM (
  SELECT json_extract(j.value, '$.entity_id') AS entity_id, json_extract(j.value, '$.ad_product') AS ad_product, json_extract(j.value, '$.portfolio_id') AS portfolio_id, json_extract(j.value, '$.name') AS name, json_extract(j.value, '$.state') AS state, json_extract(j.value, '$.targeting_type') AS targeting_type, json_extract(j.value, '$.start_date') AS start_date, json_extract(j.value, '$.end_date') AS end_date, json_extract(j.value, '$.budget_micros') AS budget_micros, json_extract(j.value, '$.budget_type') AS budget_type, json_extract(j.value, '$.bidding_strategy') AS bidding_strategy, json_extract(j.value, '$.cost_type') AS cost_type, json_extract(j.value, '$.raw_json') AS raw_json
  FROM json_each(CAST(@page AS TEXT)) AS j) AS p
WHERE true
ON CONFLICT (account_id, profile_id, campaign_id, ad_product) DO UPDATE
SET last_seen_at = @now
WHERE e.last_seen_at <= @before;

COMMIT;
