using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace PpcAds.Sdk.Benchmarks.Serving;

/// <summary>
/// Clients that call one after another: the endpoints in turn and, as often, the one that does nothing, in the same process and at the
/// same time.
/// </summary>
internal sealed class LoadCalls(ServedHost host, int clients, string account, string run)
{
    private readonly ConcurrentBag<(string Call, int Status, TimeSpan At)> _failures = [];

    /// <summary>Of the endpoints.</summary>
    public CallTimes Ours { get; } = new();

    /// <summary>Of the endpoint that does nothing.</summary>
    public CallTimes Trivial { get; } = new();

    /// <summary>By call.</summary>
    public Dictionary<string, CallTimes> ByCall { get; } = [];

    /// <summary>What was not answered with success, and when, from the start on. Status 0 is no answer.</summary>
    public IReadOnlyCollection<(string Call, int Status, TimeSpan At)> Failures => _failures;

    /// <summary>Lists, single things, and posts that change little.</summary>
    private (string Method, string Path, string? Body)[] Calls =>
    [
        ("GET", "accounts", null),
        ("GET", $"accounts/{account}", null),
        ("GET", $"profiles?account_id={account}", null),
        ("GET", $"campaigns?account_id={account}", null),
        ("GET", $"keywords?account_id={account}", null),
        ("GET", $"performance?account_id={account}&ad_product=SPONSORED_PRODUCTS&grain=campaign", null),
        ("GET", $"reports/jobs?account_id={account}", null),
        ("GET", $"freshness?account_id={account}", null),
        ("GET", $"ingestion/runs?account_id={account}", null),
        ("GET", $"ingestion/runs/{run}", null),
        ("PATCH", $"accounts/{account}", """{"company_name":"Load"}"""),
        ("POST", $"ingestion/sync-account/{account}", null),
    ];

    public async Task RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        (CallTimes Ours, CallTimes Trivial, Dictionary<string, CallTimes> ByCall)[] all = await Task.WhenAll(
            Enumerable.Range(0, clients).Select(
                client => Task.Run(() => ClientAsync(client, began, duration, cancellationToken), cancellationToken)));
        foreach ((CallTimes ours, CallTimes trivial, Dictionary<string, CallTimes> byCall) in all)
        {
            Ours.Add(ours);
            Trivial.Add(trivial);
            foreach ((string name, CallTimes times) in byCall)
            {
                if (!ByCall.TryGetValue(name, out CallTimes? sum))
                {
                    ByCall[name] = sum = new CallTimes();
                }

                sum.Add(times);
            }
        }
    }

    private async Task<(CallTimes Ours, CallTimes Trivial, Dictionary<string, CallTimes> ByCall)> ClientAsync(
        int number, long began, TimeSpan duration, CancellationToken cancellationToken)
    {
        (string Method, string Path, string? Body)[] calls = Calls;
        var ours = new CallTimes();
        var trivial = new CallTimes();
        var byCall = new Dictionary<string, CallTimes>(StringComparer.Ordinal);
        using HttpClient http = host.CreateClient("ada");
        for (int i = number; Stopwatch.GetElapsedTime(began) < duration; i++)
        {
            (string method, string path, string? body) = calls[i % calls.Length];
            string name = $"{method} {path.Split('?')[0]}";
            if (await CallAsync(http, method, "/api/v1/" + path, body, name, began, cancellationToken) is { } took)
            {
                ours.Add(took);
                if (!byCall.TryGetValue(name, out CallTimes? times))
                {
                    byCall[name] = times = new CallTimes();
                }

                times.Add(took);
            }

            if (await CallAsync(http, "GET", ServedHost.Trivial, null, ServedHost.Trivial, began, cancellationToken) is { } nothing)
            {
                trivial.Add(nothing);
            }
        }

        return (ours, trivial, byCall);
    }

    /// <returns>How long it took; null when it failed.</returns>
    private async Task<TimeSpan?> CallAsync(
        HttpClient http, string method, string path, string? body, string name, long began, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        TimeSpan at = Stopwatch.GetElapsedTime(began);
        int status = 0;
        long begun = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            status = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
            {
                return Stopwatch.GetElapsedTime(begun);
            }
        }
        catch (HttpRequestException)
        {
            // Counted as no answer.
        }

        _failures.Add((name, status, at));
        return null;
    }
}
