using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// Saves the learned rates once the host no longer makes calls. When the services are disposed it is too late: a rate memory in a
/// database has no connection then.
/// </summary>
internal sealed class RateSaving(IRateGovernor governor) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A few rows, which are worth their while even when the host is in a hurry.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) =>
        (governor as AdaptiveRateGovernor)?.SaveAsync(CancellationToken.None) ?? Task.CompletedTask;
}
