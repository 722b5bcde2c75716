using PpcAds.Sdk.Testing.Throttling;

namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>Ways to live with a limit.</summary>
internal static class Strategies
{
    private const double BaseSeconds = 2;
    private const double LongestSeconds = 60;

    public static void Governor(TrialClient client) => client.Start(VirtualGovernor.Create(client.Time, client.Seed));

    /// <summary>Every worker calls as it likes and backs off when refused: exponentially, full jitter, <c>Retry-After</c> as a floor.</summary>
    public static void Backoff(TrialClient client) => client.Start(new FixedRateGovernor(null, client.Time), FullJitter(client.Seed));

    /// <summary>The same, with a fixed rate for all workers together.</summary>
    public static Action<TrialClient> FixedRate(double callsPerSecond) => client =>
        client.Start(new FixedRateGovernor(callsPerSecond, client.Time), FullJitter(client.Seed));

    private static Func<int, TimeSpan?, TimeSpan> FullJitter(int seed)
    {
        var random = new Random(seed);
        return (refusals, retryAfter) =>
        {
            double longest = Math.Min(LongestSeconds, BaseSeconds * Math.Pow(2, Math.Min(refusals - 1, 16)));
            return TimeSpan.FromSeconds(random.NextDouble() * longest) + (retryAfter ?? TimeSpan.Zero);
        };
    }
}
