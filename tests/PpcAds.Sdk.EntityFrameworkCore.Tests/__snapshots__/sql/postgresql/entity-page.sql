SET LOCAL idle_in_transaction_session_timeout = 60000;
SELECT pg_advisory_xact_lock(hashtextextended('ppcads.entities.1.1001', 0));

SELECT 1
FROM ppc_accounts a
WHERE a.account_id = @account
FOR KEY SHARE;

INSERT INTO ppc_campaigns AS e (
  account_id, profile_id, campaign_id, ad_product,
  portfolio_id, name, state, targeting_type, start_date, end_date, budget, budget_type, bidding_strategy, cost_type, raw_json,
  source, first_seen_at, last_seen_at, changed_at)
SELECT
  @account, @profile, p.entity_id, p.ad_product,
  p.portfolio_id, p.name, p.state, p.targeting_type, p.start_date, p.end_date, p.budget, p.budget_type, p.bidding_strategy, p.cost_type, p.raw_json,
  'list', @now, @now, @now
FROM jsonb_to_recordset(convert_from(@page, 'UTF8')::jsonb)
  AS p(entity_id bigint, ad_product text, portfolio_id bigint, name text, state text, targeting_type text, start_date date, end_date date, budget numeric, budget_type text, bidding_strategy text, cost_type text, raw_json text)
WHERE true
ON CONFLICT (account_id, profile_id, campaign_id, ad_product) DO NOTHING;

UPDATE ppc_campaigns AS e
SET portfolio_id = p.portfolio_id, name = p.name, state = p.state, targeting_type = p.targeting_type, start_date = p.start_date, end_date = p.end_date, budget = p.budget, budget_type = p.budget_type, bidding_strategy = p.bidding_strategy, cost_type = p.cost_type, raw_json = p.raw_json,
  source = 'list',
  last_seen_at = @now,
  changed_at = @now
FROM (
  SELECT @account AS key_0, @profile AS key_1, p.entity_id AS key_2, p.ad_product AS key_3, p.*
  FROM jsonb_to_recordset(convert_from(@page, 'UTF8')::jsonb)
  AS p(entity_id bigint, ad_product text, portfolio_id bigint, name text, state text, targeting_type text, start_date date, end_date date, budget numeric, budget_type text, bidding_strategy text, cost_type text, raw_json text)
  LIMIT (SELECT 2147483647)) AS p
WHERE e.account_id = p.key_0 AND e.profile_id = p.key_1 AND e.campaign_id = p.key_2 AND e.ad_product = p.key_3
  AND (e.source <> 'list'
  OR e.portfolio_id IS DISTINCT FROM p.portfolio_id
  OR e.name IS DISTINCT FROM p.name
  OR e.state IS DISTINCT FROM p.state
  OR e.targeting_type IS DISTINCT FROM p.targeting_type
  OR e.start_date IS DISTINCT FROM p.start_date
  OR e.end_date IS DISTINCT FROM p.end_date
  OR e.budget IS DISTINCT FROM p.budget
  OR e.budget_type IS DISTINCT FROM p.budget_type
  OR e.bidding_strategy IS DISTINCT FROM p.bidding_strategy
  OR e.cost_type IS DISTINCT FROM p.cost_type
  OR e.raw_json IS DISTINCT FROM p.raw_json);

UPDATE ppc_campaigns AS e
SET last_seen_at = @now
FROM (
  SELECT @account AS key_0, @profile AS key_1, p.entity_id AS key_2, p.ad_product AS key_3, p.*
  FROM jsonb_to_recordset(convert_from(@page, 'UTF8')::jsonb)
  AS p(entity_id bigint, ad_product text, portfolio_id bigint, name text, state text, targeting_type text, start_date date, end_date date, budget numeric, budget_type text, bidding_strategy text, cost_type text, raw_json text)
  LIMIT (SELECT 2147483647)) AS p
WHERE e.account_id = p.key_0 AND e.profile_id = p.key_1 AND e.campaign_id = p.key_2 AND e.ad_product = p.key_3
  AND e.last_seen_at <= @before;
