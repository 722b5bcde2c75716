using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Ingestion;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Ingestion;

/// <summary>Queued runs, which are added one after another, so that of the same requests one is open.</summary>
internal sealed class RelationalRunStore(IPpcAdsContexts contexts, Turns turns) : RunStoreBase(contexts)
{
    private const string Turn = "runs";

    protected override Task<long?> InsertAsync(
        DbContext context, RunRequest request, DateTimeOffset now, CancellationToken cancellationToken) =>
        turns.RunAsync<long?>(
            Turn,
            async (own, token) =>
            {
                DbSet<PpcQueuedRun> runs = own.Set<PpcQueuedRun>();
                string key = request.Key;
                if (await runs.Where(IsOpen).AnyAsync(run => run.RequestKey == key, token).ConfigureAwait(false)
                    || (request.Slot is { } slot && await runs.AnyAsync(run => run.Slot == slot, token).ConfigureAwait(false)))
                {
                    return null;
                }

                var row = new PpcQueuedRun
                {
                    RequestKey = key,
                    Slot = request.Slot,
                    AccountId = request.AccountId?.Value,
                    ProfileId = request.ProfileId?.Value,
                    StartDate = request.StartDate,
                    EndDate = request.EndDate,
                    Datasets = request.Datasets.Count == 0 ? null : string.Join(',', request.Datasets),
                    State = QueuedRunState.Queued,
                    RequestedAt = now,
                };
                runs.Add(row);
                await own.SaveChangesAsync(token).ConfigureAwait(false);
                return row.RunId;
            },
            cancellationToken);
}
