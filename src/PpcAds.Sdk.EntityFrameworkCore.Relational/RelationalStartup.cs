using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Storage;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational;

/// <summary>Makes the tables before anything else of the host starts.</summary>
internal sealed class RelationalStartup(RelationalPpcAdsDatabase database, StoreReadiness readiness) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        readiness.StartAsync(database.EnsureReadyAsync, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => readiness.StopAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
