BEGIN IMMEDIATE;

SELECT 1
FROM ppc_accounts
WHERE account_id = @p0;

SELECT EXISTS (
    SELECT 1
    FROM "ppc_accounts" AS "p"
    WHERE "p"."account_id" = @id AND "p"."status" = 'closed');

DELETE FROM "ppc_report_jobs" AS "p"
WHERE "p"."account_id" = @id;

DELETE FROM performance_facts
WHERE scope_id IN (
  SELECT scope_id
  FROM performance_scopes
  WHERE account_id = @p0);

DELETE FROM performance_changes
WHERE scope_id IN (
  SELECT scope_id
  FROM performance_scopes
  WHERE account_id = @p0);

DELETE FROM performance_day_loads
WHERE scope_id IN (
  SELECT scope_id
  FROM performance_scopes
  WHERE account_id = @p0);

DELETE FROM "performance_scopes" AS "p"
WHERE "p"."account_id" = @id;

DELETE FROM "performance_days" AS "p"
WHERE "p"."account_id" = @id;

DELETE FROM ppc_profiles
WHERE account_id = @p0;

DELETE FROM ppc_portfolios
WHERE account_id = @p0;

DELETE FROM ppc_campaigns
WHERE account_id = @p0;

DELETE FROM ppc_ad_groups
WHERE account_id = @p0;

DELETE FROM ppc_keywords
WHERE account_id = @p0;

DELETE FROM ppc_targets
WHERE account_id = @p0;

DELETE FROM ppc_ads
WHERE account_id = @p0;

DELETE FROM ppc_negative_keywords
WHERE account_id = @p0;

DELETE FROM ppc_negative_targets
WHERE account_id = @p0;

DELETE FROM "ppc_leases" AS "p"
WHERE "p"."name" = @Format;

DELETE FROM "ppc_learned_rates" AS "p"
WHERE "p"."account" = @ToString;

DELETE FROM "ppc_loads" AS "p"
WHERE "p"."account_id" = @id;

DELETE FROM "ppc_dataset_refusals" AS "p"
WHERE "p"."account_id" = @id;

DELETE FROM "ppc_queued_runs" AS "p"
WHERE "p"."account_id" = @id;

DELETE FROM "ppc_sync_issues" AS "p"
WHERE "p"."account_id" = @id;

DELETE FROM "ppc_account_credentials" AS "p"
WHERE "p"."account_id" = @id;

DELETE FROM "ppc_accounts" AS "p"
WHERE "p"."account_id" = @id;

COMMIT;
