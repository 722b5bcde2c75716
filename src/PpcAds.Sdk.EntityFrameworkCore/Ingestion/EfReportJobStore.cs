using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore.Ingestion;

/// <summary>Jobs in <c>ppc_report_jobs</c>. A claim is one statement, and its time the database's.</summary>
internal sealed class EfReportJobStore(
    IPpcAdsContexts contexts, PpcAdsSqlDialect dialect, ILoggerFactory loggers) : ReportJobStoreBase(contexts)
{
    private readonly ILogger _logger = loggers.CreateLogger(LoadLog.Category);

    public override async Task<IReadOnlyList<ReportJob>> AddAsync(
        IReadOnlyList<PlannedReport> reports, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            var added = new List<long>();
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                var names = new TableNames(lease.Context);
                foreach (IGrouping<AccountId, PlannedReport> account in reports.GroupBy(report => report.AccountId)
                    .OrderBy(group => group.Key.Value))
                {
                    // The jobs of an account that has been purged since would never end.
                    bool isThere = await HeldAccount.TryHoldAsync(
                        session, names, account.Key, cancellationToken).ConfigureAwait(false);
                    foreach (PlannedReport report in isThere ? account.AsEnumerable() : [])
                    {
                        added.AddRange(await InsertAsync(session, names, report, now, cancellationToken).ConfigureAwait(false));
                    }
                }

                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }

            List<PpcReportJob> rows = await lease.Context.Set<PpcReportJob>().AsNoTracking()
                .Where(row => added.Contains(row.JobId)).OrderBy(row => row.JobId)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. rows.Select(ToJob)];
        }
    }

    /// <summary>Open jobs that are due and that no worker holds.</summary>
    private SqlConditions Claimable(DateTimeOffset now, ReportJobFilter? filter) => new SqlConditions()
        .And("state NOT IN ('loaded', 'abandoned')")
        .And(
            "(due_at <= @now OR due_at > @never)",
            ("@now", dialect.InstantValue(now)),
            ("@never", dialect.InstantValue(now + ReportJob.LongestWait)))
        .And($"(lease_until IS NULL OR lease_until < {dialect.NowPlus("@zero")})", ("@zero", 0.0))
        .AndIf("account_id = @account_id", "@account_id", filter?.AccountId?.Value)
        .AndIf("profile_id = @profile_id", "@profile_id", filter?.ProfileId?.Value)
        .AndIf("dataset = @dataset", "@dataset", filter?.Dataset)
        .AndIf("created_at >= @from", "@from", Instant(filter?.CreatedFrom))
        .AndIf("created_at <= @until", "@until", Instant(filter?.CreatedUntil));

    public override async Task<ReportJob?> ClaimAsync(
        string owner,
        TimeSpan lease,
        DateTimeOffset now,
        ReportJobFilter? filter = null,
        CancellationToken cancellationToken = default)
    {
        ContextLease context = Contexts.Create();
        await using (context.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(context.Context, dialect, cancellationToken).ConfigureAwait(false);
            string jobs = new TableNames(context.Context).Jobs;
            LoadLog.Sessions(
                _logger, await dialect.EndStalledLoadsAsync(session.Connection, jobs, cancellationToken).ConfigureAwait(false));
            SqlConditions where = Claimable(now, filter);
            try
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                long? jobId = await SqlSession.FirstAsync<long?>(
                    session.Command(
                        $"""
                        UPDATE {jobs}
                        SET lease_owner = @owner,
                          lease_until = {dialect.NowPlus("@seconds")},
                          lease_epoch = lease_epoch + 1
                        WHERE job_id = (
                          SELECT job_id
                          FROM {jobs}
                          WHERE {where.ToString().Indent()}
                          ORDER BY due_at, job_id
                          LIMIT 1{dialect.SkipLocked.Indent()})
                        RETURNING job_id
                        """,
                        [("@owner", owner), ("@seconds", lease.TotalSeconds), .. where.Parameters]),
                    reader => reader.GetInt64(0),
                    cancellationToken).ConfigureAwait(false);
                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
                if (jobId is not { } id)
                {
                    return null;
                }

                // The account may have been purged since.
                PpcReportJob? row = await context.Context.Set<PpcReportJob>().AsNoTracking()
                    .FirstOrDefaultAsync(job => job.JobId == id, cancellationToken).ConfigureAwait(false);
                return row is null ? null : ToJob(row);
            }
            finally
            {
                await session.RollbackAsync().ConfigureAwait(false);
            }
        }
    }

    public override Task<bool> RenewAsync(ReportJob job, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return UpdateAsync(
            job,
            $"lease_until = {dialect.NowPlus("@seconds")}",
            [("@seconds", lease.TotalSeconds)],
            cancellationToken);
    }

    public override Task<bool> SaveAsync(ReportJob job, bool release, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        return UpdateAsync(
            job,
            $"""
            state = @state,
              report_id = @report,
              generated_at = @generated,
              requested_at = @requested,
              due_at = @due,
              attempts = @attempts,
              failures = @failures,
              error = @error,
              removal_digest = @digest{(release ? ",\n  lease_owner = NULL,\n  lease_until = NULL" : "")}
            """,
            [
                ("@state", EnumText.Of(job.State)),
                ("@report", job.ReportId),
                ("@generated", Instant(job.GeneratedAt)),
                ("@requested", Instant(job.RequestedAt)),
                ("@due", Instant(job.DueAt)),
                ("@attempts", job.Attempts),
                ("@failures", job.Failures),
                ("@error", job.Error),
                ("@digest", job.RemovalDigest),
            ],
            cancellationToken);
    }

    public override async Task RefuseAsync(
        ReportJob job, string reason, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            await SqlSession.ExecuteAsync(
                session.Command(
                    $"""
                    INSERT INTO {new TableNames(lease.Context).DatasetRefusals} AS r (
                      account_id, profile_id, dataset, refusals, refused_at, reason)
                    VALUES (@account, @profile, @dataset, 1, @now, @reason)
                    ON CONFLICT (account_id, profile_id, dataset) DO UPDATE
                    SET refusals = r.refusals + CASE WHEN @planned > r.refused_at THEN 1 ELSE 0 END,
                      refused_at = excluded.refused_at,
                      reason = excluded.reason
                    """,
                    ("@account", job.AccountId.Value),
                    ("@profile", job.ProfileId.Value),
                    ("@dataset", job.Dataset),
                    ("@now", dialect.InstantValue(now)),
                    ("@planned", dialect.InstantValue(job.CreatedAt)),
                    ("@reason", StorableText.Clean(reason))),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> UpdateAsync(
        ReportJob job, string set, (string, object?)[] parameters, CancellationToken cancellationToken)
    {
        ContextLease lease = Contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            DbCommand command = session.Command(
                $"""
                UPDATE {new TableNames(lease.Context).Jobs}
                SET {set}
                WHERE job_id = @job
                  AND lease_epoch = @epoch
                """,
                [.. parameters, ("@job", job.JobId), ("@epoch", job.LeaseEpoch)]);
            return await SqlSession.ExecuteAsync(command, cancellationToken).ConfigureAwait(false) > 0;
        }
    }

    private async Task<List<long>> InsertAsync(
        SqlSession session, TableNames names, PlannedReport report, DateTimeOffset now, CancellationToken cancellationToken) =>
        await SqlSession.QueryAsync(
            session.Command(
                $"""
                INSERT INTO {names.Jobs} (
                  account_id, profile_id, dataset, start_date, end_date, reason, state, created_at, due_at,
                  attempts, failures, lease_epoch)
                VALUES (@account, @profile, @dataset, @start, @end, @reason, 'planned', @now, @now, 0, 0, 0)
                ON CONFLICT (account_id, profile_id, dataset, start_date, end_date)
                  WHERE state NOT IN ('loaded', 'abandoned') DO NOTHING
                RETURNING job_id
                """,
                ("@account", report.AccountId.Value),
                ("@profile", report.ProfileId.Value),
                ("@dataset", report.Dataset),
                ("@start", dialect.DateValue(report.StartDate)),
                ("@end", dialect.DateValue(report.EndDate)),
                ("@reason", EnumText.Of(report.Reason)),
                ("@now", dialect.InstantValue(now))),
            reader => reader.GetInt64(0),
            cancellationToken).ConfigureAwait(false);

    private object? Instant(DateTimeOffset? instant) => instant is { } value ? dialect.InstantValue(value) : null;
}
