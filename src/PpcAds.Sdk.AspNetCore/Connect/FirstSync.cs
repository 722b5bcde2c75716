using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// Syncs each account once it is connected, in the background. Nothing is kept: an account whose sync did not begin before the
/// process ended is synced by the ingestion worker's next round, as every active account is.
/// </summary>
internal sealed class FirstSync(IngestionOrchestrator orchestrator, IOptions<PpcAdsOptions> options, ILogger<FirstSync> logger)
    : BackgroundService, IPpcAdsConnectedHandler
{
    private readonly Channel<AccountId> _connected = Channel.CreateUnbounded<AccountId>();

    public ValueTask ConnectedAsync(PpcAdsConnection connection, CancellationToken cancellationToken = default) =>
        _connected.Writer.WriteAsync(connection.AccountId, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Value.Ingestion.MaxConcurrentAccounts,
            CancellationToken = stoppingToken,
        };
        try
        {
            await Parallel.ForEachAsync(_connected.Reader.ReadAllAsync(stoppingToken), parallel, SyncAsync).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    private async ValueTask SyncAsync(AccountId accountId, CancellationToken stoppingToken)
    {
        try
        {
            await orchestrator.SyncAccountAsync(accountId, null, stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            ConnectLog.FirstSyncFailed(logger, accountId, exception);
        }
    }
}
