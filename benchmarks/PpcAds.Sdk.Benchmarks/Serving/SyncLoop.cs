using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Benchmarks.Serving;

/// <summary>An account that is synced again and again in the background until it is disposed.</summary>
internal sealed class SyncLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public SyncLoop(IngestionOrchestrator orchestrator, AccountId account) =>
        _loop = Task.Run(() => RunAsync(orchestrator, account, _stop.Token));

    /// <summary>How many syncs ended.</summary>
    public int Done { get; private set; }

    /// <summary>How many the database broke off.</summary>
    public int BrokenOff { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync(IngestionOrchestrator orchestrator, AccountId account, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await orchestrator.SyncAccountAsync(account, null, cancellationToken);
                Done++;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (PpcAdsStorageException)
            {
                BrokenOff++;
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
            }
        }
    }
}
