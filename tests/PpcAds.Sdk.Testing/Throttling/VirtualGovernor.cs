using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Testing.Throttling;

/// <summary>The real governor, with callers that go on in the thread that runs the virtual time.</summary>
public static class VirtualGovernor
{
    public static AdaptiveRateGovernor Create(
        VirtualTimeProvider time, int seed, RateGovernorOptions? options = null, IRateStore? memory = null) =>
        new(
            options ?? new RateGovernorOptions(),
            new RateGovernorServices { TimeProvider = time, Random = new Random(seed), RateStore = memory },
            TaskCreationOptions.None);
}
