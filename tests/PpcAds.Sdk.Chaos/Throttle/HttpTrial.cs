using System.Globalization;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>The whole client, pipeline and retries included, at the simulator's limit over real HTTP, in real time.</summary>
internal static class HttpTrial
{
    private const double Limit = 10;
    private const int Workers = 16;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Counted = TimeSpan.FromSeconds(30);

    public static async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(
            new SimulatorOptions { Throttle = new SimulatorThrottle(Limit, Burst: 10) }, cancellationToken);
        using var client = new AmazonAdsClient(
            new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken),
            SimulatedAmazon.OptionsFor(simulator));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] workers = [.. Enumerable.Range(0, Workers).Select(_ => WorkAsync(client, stop.Token))];
        await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        int before = simulator.Requests.Entries.Count;
        await Task.Delay(Counted, TimeProvider.System, cancellationToken);
        int[] statuses = [.. simulator.Requests.Entries.Skip(before).Select(entry => entry.Status)];
        await stop.CancelAsync();
        await Task.WhenAll(workers);
        double used = statuses.Count(status => status == 200) / (Limit * Counted.TotalSeconds);
        double throttled = (double)statuses.Count(status => status == 429) / statuses.Length;
        bool passed = used >= 0.9 && throttled <= 0.02;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"The client over HTTP at {Limit}/s in real time, {Counted.TotalSeconds} seconds: used {used:P1}, 429 {throttled:P2}: {(passed ? "ok" : "MISSED")}"));
        return passed;
    }

    private static async Task WorkAsync(AmazonAdsClient client, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica, null, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The time is up.
        }
    }
}
