using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Connect;

/// <summary>
/// Requests a sync of each account once it is connected: a run like any other, which the ingestion worker executes, in this
/// process or another.
/// </summary>
internal sealed class FirstSync(IngestionRuns runs, ILogger<FirstSync> logger) : IPpcAdsConnectedHandler
{
    public async ValueTask ConnectedAsync(PpcAdsConnection connection, CancellationToken cancellationToken = default)
    {
        try
        {
            await runs.RequestAsync(new RunRequest { AccountId = connection.AccountId }, cancellationToken).ConfigureAwait(false);
        }
        catch (TooManyRunsException exception)
        {
            ConnectLog.FirstSyncFailed(logger, connection.AccountId, exception);
        }
    }
}
