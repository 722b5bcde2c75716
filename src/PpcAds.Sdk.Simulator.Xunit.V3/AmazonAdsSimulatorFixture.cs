using Xunit;

namespace PpcAds.Sdk.Simulator.Xunit;

/// <summary>
/// Starts a simulator once for a test class (<c>IClassFixture&lt;AmazonAdsSimulatorFixture&gt;</c>) or a collection. Derive from
/// it to set options.
/// </summary>
public class AmazonAdsSimulatorFixture : IAsyncLifetime
{
    private AmazonAdsSimulator? _simulator;

    /// <summary>The running simulator.</summary>
    public AmazonAdsSimulator Simulator =>
        _simulator ?? throw new InvalidOperationException("xunit has not started the fixture yet.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var options = new SimulatorOptions();
        Configure(options);
        _simulator = await AmazonAdsSimulator.StartAsync(options).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_simulator is not null)
        {
            await _simulator.DisposeAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Sets options before the start.</summary>
    protected virtual void Configure(SimulatorOptions options)
    {
    }
}
