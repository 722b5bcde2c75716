using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Ingestion;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Sinks;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;

/// <summary>Gathers the rows of a report, then merges them with the stored ones in one transaction.</summary>
internal sealed class RelationalLoadSession(
    Turns turns, LoadScope scope, LoadId id, TimeProvider timeProvider) : ILoadSession
{
    /// <summary>How long one load may wait for the turn of another of the same profile.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly ReportMerge _merge = new(scope);

    public Task WriteAsync(ReportBatch rows, CancellationToken cancellationToken = default)
    {
        _merge.Add(rows, cancellationToken);
        return Task.CompletedTask;
    }

    public async Task<LoadResult> CommitAsync(CancellationToken cancellationToken = default)
    {
        (LoadResult result, ReportRejectedException? rejection) = await turns.RunAsync(
            scope.AccountId, scope.ProfileId, CommitAsync, cancellationToken).ConfigureAwait(false);
        return rejection is null ? result : throw rejection;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<(LoadResult Result, ReportRejectedException? Rejection)> CommitAsync(
        DbContext context, CancellationToken cancellationToken)
    {
        context.Database.SetCommandTimeout(LongestWait);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        DateTimeOffset now = timeProvider.GetUtcNow();
        await HoldJobAsync(context, cancellationToken).ConfigureAwait(false);
        PpcLoad? earlier = await context.Set<PpcLoad>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.LoadId == id.Value, cancellationToken).ConfigureAwait(false);
        if (earlier is not null)
        {
            return (earlier.ToResult(), null);
        }

        LoadedScope stored = await LoadedScope.ReadAsync(context, scope, cancellationToken).ConfigureAwait(false);
        MergedReport merged = _merge.Apply(stored.Ledger.Values.Select(day => day.ToDay()), stored.Records.Values, now);
        context.AddRange(merged.Issues.Select(RelationalSyncLog.RowOf));
        if (merged.Rejection is null)
        {
            await new MergedWriter(context, scope, stored, now).WriteAsync(merged, cancellationToken).ConfigureAwait(false);
            context.Add(PpcLoad.Of(id, scope.AccountId, now, merged.Result));
            await MarkJobAsync(context, merged.Result, now, cancellationToken).ConfigureAwait(false);
        }

        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return (merged.Result, merged.Rejection);
    }

    /// <summary>
    /// Changes nothing in the job's row, but from here on until the commit no other worker takes the job; one that did is seen.
    /// </summary>
    private async Task HoldJobAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (scope.Fence is { } fence && await Job(context, fence).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.LeaseEpoch, x => x.LeaseEpoch), cancellationToken).ConfigureAwait(false) == 0)
        {
            throw new LeaseLostException(
                $"Job {fence.JobId} was taken over by another worker while its report was read; that one loads it.");
        }
    }

    private async Task MarkJobAsync(
        DbContext context, LoadResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (scope.Fence is { } fence)
        {
            ReportJobOutcome after = ReportJobOutcome.Of(result, now);
            await Job(context, fence).ExecuteUpdateAsync(
                row => row.SetProperty(x => x.State, after.State)
                    .SetProperty(x => x.RemovalDigest, after.RemovalDigest)
                    .SetProperty(x => x.DueAt, after.DueAt)
                    .SetProperty(x => x.Error, (string?)null),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static IQueryable<PpcReportJob> Job(DbContext context, LoadFence fence) =>
        context.Set<PpcReportJob>().Where(row => row.JobId == fence.JobId && row.LeaseEpoch == fence.LeaseEpoch);
}
