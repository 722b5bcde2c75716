using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Data;

/// <summary>
/// Notices that no worker takes on runs: one waits for long and none is being worked on. Workers leave no other trace than what
/// they did.
/// </summary>
internal static class WorkerWatch
{
    /// <summary>Longer than a worker takes to notice a run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether none looks in, and when one was last seen to do something.</summary>
    public static async Task<(bool IsAbsent, DateTimeOffset? SeenAt)> ReadAsync(HttpContext context)
    {
        IServiceProvider services = context.RequestServices;
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        IReadOnlyList<QueuedRun> open = await services.GetRequiredService<IRunStore>()
            .ListOpenAsync(context.RequestAborted).ConfigureAwait(false);
        if (open.Any(run => run.State == QueuedRunState.Running)
            || !open.Any(run => run.State == QueuedRunState.Queued && now - run.RequestedAt > Patience))
        {
            return (false, null);
        }

        ReadPage<QueuedRun> runs = await services.GetRequiredService<IngestionRuns>()
            .ListAsync(null, new PageRequest(100), context.RequestAborted).ConfigureAwait(false);
        IReadOnlyList<SyncRun> calls = await services.GetRequiredService<ISyncLog>()
            .ListRunsAsync(1, context.RequestAborted).ConfigureAwait(false);
        DateTimeOffset? seen = runs.Items.Select(run => run.FinishedAt ?? run.SyncedAt ?? run.StartedAt)
            .Concat(calls.Select(call => call.FinishedAt ?? (DateTimeOffset?)call.StartedAt))
            .Max();
        return (true, seen);
    }
}
