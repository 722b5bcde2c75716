using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Testing.Throttling;

/// <summary>The real governor, with callers that go on in the thread that runs the virtual time.</summary>
public static class VirtualGovernor
{
    public static AdaptiveRateGovernor Create(
        VirtualTimeProvider time, int seed, AmazonAdsClientOptions? options = null, IRateStore? memory = null) =>
        new(
            options ?? new AmazonAdsClientOptions(),
            new AmazonAdsClientServices { TimeProvider = time, Random = new Random(seed), RateStore = memory },
            TaskCreationOptions.None);
}
