using PpcAds.Sdk.Simulator;

namespace CustomStores.Console;

/// <summary>The time of the simulator; waits take as long as they do.</summary>
internal sealed class SimulatorTime(SimulatorClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
}
