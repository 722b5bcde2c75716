using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Chaos.Throttle.Processes;

/// <summary>One process: the whole client, with workers that call all the time. Says "ready", waits for a line, and says what it counted.</summary>
internal sealed class Caller(CallerArguments arguments)
{
    public async Task<int> RunAsync()
    {
        var time = new FastTime(arguments.Speed);
        using var sockets = new SocketsHttpHandler();
        using var counting = new CountingHandler(time, sockets);
        using var client = new AmazonAdsClient(
            new LwaCredentials(arguments.ClientId, arguments.ClientSecret, arguments.RefreshToken),
            new AmazonAdsClientOptions
            {
                Endpoints = new AmazonAdsEndpoints { NorthAmerica = arguments.Amazon, Token = new Uri(arguments.Amazon, "auth/o2/token") },
            },
            new AmazonAdsClientServices { TimeProvider = time, HttpMessageHandler = counting });
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        using var stop = new CancellationTokenSource();
        Task[] workers = [.. Enumerable.Range(0, arguments.Workers).Select(_ => WorkAsync(client, stop.Token))];
        await Task.Delay(arguments.Settling, time);
        CallerCount before = counting.Read();
        await Task.Delay(arguments.Counted, time);
        CallerCount after = counting.Read();
        await stop.CancelAsync();
        await Task.WhenAll(workers);
        Console.WriteLine(new CallerCount(after.Granted - before.Granted, after.Refused - before.Refused).Write());
        return 0;
    }

    private static async Task WorkAsync(AmazonAdsClient client, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica, null, cancellationToken);
            }
            catch (AmazonAdsThrottledException)
            {
                // Counted; an application would ask again, too.
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The time is up.
            }
        }
    }
}
