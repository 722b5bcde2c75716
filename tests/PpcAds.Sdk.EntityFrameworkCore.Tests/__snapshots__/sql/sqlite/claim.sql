BEGIN IMMEDIATE;

UPDATE ppc_report_jobs
SET lease_owner = @owner,
  lease_until = CAST((unixepoch('subsec') + @seconds) * 1000000 AS INTEGER),
  lease_epoch = lease_epoch + 1
WHERE job_id = (
  SELECT job_id
  FROM ppc_report_jobs
  WHERE state NOT IN ('loaded', 'abandoned')
    AND (due_at <= @now OR due_at > @never)
    AND (lease_until IS NULL OR lease_until < CAST((unixepoch('subsec') + @zero) * 1000000 AS INTEGER))
    AND account_id = @account_id
    AND dataset = @dataset
  ORDER BY due_at, job_id
  LIMIT 1)
RETURNING job_id;

COMMIT;

SELECT "p"."job_id", "p"."account_id", "p"."attempts", "p"."created_at", "p"."dataset", "p"."due_at", "p"."end_date", "p"."error", "p"."failures", "p"."generated_at", "p"."lease_epoch", "p"."lease_owner", "p"."lease_until", "p"."profile_id", "p"."reason", "p"."removal_digest", "p"."report_id", "p"."requested_at", "p"."start_date", "p"."state"
FROM "ppc_report_jobs" AS "p"
WHERE "p"."job_id" = @id
LIMIT 1;
