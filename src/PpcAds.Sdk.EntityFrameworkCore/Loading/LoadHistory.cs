using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>What is written together with the rows, in the same transaction: the load itself, its job, its issues.</summary>
internal sealed class LoadHistory(SqlSession session, TableNames names, LoadScope scope, LoadId id, DateTimeOffset now)
{
    private const string Counts =
        "is_suspect, inserted, changed, unchanged, removed, rejected, ignored, duplicates, rounded_amounts, removal_digest";

    /// <summary>Marks the transaction as this job's, so that it can be ended once another worker has the job.</summary>
    public Task MarkAsync(CancellationToken cancellationToken) => scope.Fence is { } fence
        ? session.Dialect.MarkLoadAsync(session.Connection, session.Transaction!, names.Jobs, fence, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Locks the job's row, so that no other worker takes it before the commit.</summary>
    public async Task CheckLeaseAsync(CancellationToken cancellationToken)
    {
        if (scope.Fence is not { } fence)
        {
            return;
        }

        int held = await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                UPDATE {names.Jobs}
                SET lease_epoch = lease_epoch
                WHERE job_id = @job
                  AND lease_epoch = @epoch
                """,
                ("@job", fence.JobId),
                ("@epoch", fence.LeaseEpoch)),
            cancellationToken).ConfigureAwait(false);
        if (held == 0)
        {
            throw new LeaseLostException(
                $"Job {fence.JobId} was taken over by another worker while its report was read; that one loads it.");
        }
    }

    public Task<LoadResult?> FindAsync(CancellationToken cancellationToken) => SqlSession.FirstAsync(
        session.Command(
            $"""
            SELECT {Counts}
            FROM {names.Loads}
            WHERE load_id = @id
            """,
            ("@id", id.Value)),
        reader => new LoadResult
        {
            IsSuspect = reader.GetBoolean(0),
            Inserted = reader.GetInt64(1),
            Changed = reader.GetInt64(2),
            Unchanged = reader.GetInt64(3),
            Removed = reader.GetInt64(4),
            Rejected = reader.GetInt64(5),
            Ignored = reader.GetInt64(6),
            Duplicates = reader.GetInt64(7),
            RoundedAmounts = reader.GetInt64(8),
            RemovalDigest = reader.IsDBNull(9) ? null : reader.GetString(9),
        },
        cancellationToken);

    public async Task AddAsync(LoadResult result, CancellationToken cancellationToken)
    {
        await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                INSERT INTO {names.Loads} (load_id, account_id, loaded_at, {Counts})
                VALUES (
                  @id, @account, @now,
                  @suspect, @inserted, @changed, @unchanged, @removed, @rejected, @ignored, @duplicates, @rounded, @digest)
                """,
                ("@id", id.Value),
                ("@account", scope.AccountId.Value),
                ("@now", session.Dialect.InstantValue(now)),
                ("@suspect", result.IsSuspect),
                ("@inserted", result.Inserted),
                ("@changed", result.Changed),
                ("@unchanged", result.Unchanged),
                ("@removed", result.Removed),
                ("@rejected", result.Rejected),
                ("@ignored", result.Ignored),
                ("@duplicates", result.Duplicates),
                ("@rounded", result.RoundedAmounts),
                ("@digest", result.RemovalDigest)),
            cancellationToken).ConfigureAwait(false);
        if (scope.Fence is { } fence)
        {
            ReportJobOutcome after = ReportJobOutcome.Of(result, now);
            await SqlSession.ExecuteAsync(
                session.Command(
                    $"""
                    UPDATE {names.Jobs}
                    SET state = @state,
                      removal_digest = @digest,
                      due_at = @due,
                      error = NULL
                    WHERE job_id = @job
                    """,
                    ("@state", EnumText.Of(after.State)),
                    ("@digest", after.RemovalDigest),
                    ("@due", session.Dialect.InstantValue(after.DueAt)),
                    ("@job", fence.JobId)),
                cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task AddIssuesAsync(RowProblemLog problems, CancellationToken cancellationToken)
    {
        foreach (SyncIssue issue in problems.ToIssues(scope, now))
        {
            await IssueWriter.AddAsync(session, names, issue, cancellationToken).ConfigureAwait(false);
        }
    }
}
