using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.Ingestion.Runs;

/// <summary>What is stored about runs, jobs and locks, and for how long.</summary>
internal sealed class Bookkeeping(
    IReportJobStore jobs, ISyncLog log, ILeaseStore leases, IngestionOptions options, TimeProvider timeProvider)
{
    /// <summary>Far longer than a worker that was stopped and goes on may still believe in its lease.</summary>
    private static readonly TimeSpan LeaseRetention = TimeSpan.FromDays(1);

    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset before = timeProvider.GetUtcNow() - options.BookkeepingRetention;
        await jobs.PruneAsync(before, cancellationToken).ConfigureAwait(false);
        await log.PruneAsync(before, cancellationToken).ConfigureAwait(false);
        await leases.PruneAsync(LeaseRetention, cancellationToken).ConfigureAwait(false);
    }
}
