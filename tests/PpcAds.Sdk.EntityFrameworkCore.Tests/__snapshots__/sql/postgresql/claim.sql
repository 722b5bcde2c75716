SELECT stalled.job_id, stalled.pid, stalled.is_ended
FROM ppc_report_jobs j
CROSS JOIN LATERAL (
  SELECT j.job_id, a.pid, CASE WHEN a.usename = current_user THEN pg_terminate_backend(a.pid) ELSE false END AS is_ended
  FROM pg_locks l
  JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(format('ppcads.job.%s.%s.%s', 'ppc_report_jobs'::regclass::oid, j.job_id, j.lease_epoch), 0)
    AND a.state = 'idle in transaction'
    AND a.state_change < clock_timestamp() - make_interval(secs => 5)
  OFFSET 0) AS stalled
WHERE j.state NOT IN ('loaded', 'abandoned')
  AND j.lease_until < clock_timestamp();

UPDATE ppc_report_jobs
SET lease_owner = @owner,
  lease_until = clock_timestamp() + make_interval(secs => @seconds),
  lease_epoch = lease_epoch + 1
WHERE job_id = (
  SELECT job_id
  FROM ppc_report_jobs
  WHERE state NOT IN ('loaded', 'abandoned')
    AND (due_at <= @now OR due_at > @never)
    AND (lease_until IS NULL OR lease_until < clock_timestamp() + make_interval(secs => @zero))
    AND account_id = @account_id
    AND dataset = @dataset
  ORDER BY due_at, job_id
  LIMIT 1
  FOR UPDATE SKIP LOCKED)
RETURNING job_id;

SELECT p.job_id, p.account_id, p.attempts, p.created_at, p.dataset, p.due_at, p.end_date, p.error, p.failures, p.generated_at, p.lease_epoch, p.lease_owner, p.lease_until, p.profile_id, p.reason, p.removal_digest, p.report_id, p.requested_at, p.start_date, p.state
FROM ppc_report_jobs AS p
WHERE p.job_id = @id
LIMIT 1;
