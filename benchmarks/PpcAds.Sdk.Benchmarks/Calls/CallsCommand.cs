using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Calls;

/// <summary>The child's side: one client that makes one call after another, each a GET of one page.</summary>
internal static class CallsCommand
{
    public const string Role = "calls-once";

    // The runtime counts calls once nothing new was called for 100 ms; it compiles with counters, and then for good by what they
    // say. With fewer calls some runs begin before the last of that.
    private const int WarmPasses = 4;
    private const int WarmCalls = 10_000;
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMilliseconds(150);

    public static async Task<int> RunAsync(string input, CancellationToken cancellationToken)
    {
        int calls = int.Parse(input, CultureInfo.InvariantCulture);
        using var amazon = new CannedAmazon();
        using var client = new AmazonAdsClient(
            new LwaCredentials("amzn1.application-oa2-client.canned", "amzn1.oa2-cs.v1.canned", "Atzr|canned"),
            services: new AmazonAdsClientServices { HttpMessageHandler = amazon, RateGovernor = new UnlimitedGovernor() });
        for (int pass = 0; pass < WarmPasses; pass++)
        {
            await CallAsync(client, WarmCalls, cancellationToken);
            await Task.Delay(BetweenPasses, TimeProvider.System, cancellationToken);
        }

        await Settling.WaitAsync(cancellationToken);
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        await CallAsync(client, calls, cancellationToken);
        var outcome = new CallsOutcome
        {
            Microseconds = Stopwatch.GetElapsedTime(began).TotalMicroseconds / calls,
            ProcessorMicroseconds = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / calls,
            Bytes = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls,
        };
        Console.WriteLine(JsonSerializer.Serialize(outcome, CallsJsonContext.Default.CallsOutcome));
        return 0;
    }

    private static async Task CallAsync(AmazonAdsClient client, int calls, CancellationToken cancellationToken)
    {
        for (int i = 0; i < calls; i++)
        {
            await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica, cancellationToken: cancellationToken);
        }
    }
}
