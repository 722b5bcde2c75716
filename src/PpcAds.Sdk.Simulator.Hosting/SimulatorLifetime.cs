using Microsoft.Extensions.Hosting;

namespace PpcAds.Sdk.Simulator.Hosting;

/// <summary>Starts the simulator before the other services of the host, and stops it after them.</summary>
internal sealed class SimulatorLifetime(AmazonAdsSimulator simulator) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => simulator.ListenAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => simulator.DisposeAsync().AsTask();
}
