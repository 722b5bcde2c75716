using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Testing.Throttling;

/// <summary>Workers of one process that call all the time: permit, way to the server, its word, way back. A refused call is made again.</summary>
public sealed class VirtualClient(
    VirtualTimeProvider time, IRateGovernor governor, VirtualLimit limit, Random random, string account = "account")
{
    /// <summary>Told of each attempt as it is let go.</summary>
    public Action<ProfileId, TimeSpan>? OnSent { get; init; }

    /// <summary>Told of each attempt that reached the server: when it was let go, whether it was granted.</summary>
    public Action<TimeSpan, bool>? OnAttempt { get; init; }

    /// <summary>Told of each answer that asks to wait, when it arrives.</summary>
    public Action<TimeSpan>? OnRetryAfter { get; init; }

    /// <summary>Shortest and longest way there and back, in seconds.</summary>
    public (double Shortest, double Longest) Latency { get; init; } = (0.05, 0.2);

    /// <summary>How long a worker waits by itself after so many refusals in a row. Null: not at all, as the governor holds it back.</summary>
    public Func<int, TimeSpan?, TimeSpan>? Backoff { get; init; }

    /// <summary>Whether workers stop.</summary>
    public bool IsStopped { get; set; }

    public void Start(int workers, int profiles = 4)
    {
        for (int worker = 0; worker < workers; worker++)
        {
            _ = WorkAsync(new ProfileId(1 + (worker % profiles)));
        }
    }

    private async Task WorkAsync(ProfileId profile)
    {
        var scope = new RateScope(account, AmazonAdsRegion.NorthAmerica, OperationClass.Lists, profile);
        int refusals = 0;
        while (!IsStopped)
        {
            (bool granted, TimeSpan? retryAfter) = await AttemptAsync(scope).ConfigureAwait(false);
            refusals = granted ? 0 : refusals + 1;
            if (!granted && Backoff is not null)
            {
                await Task.Delay(Backoff(refusals, retryAfter), time).ConfigureAwait(false);
            }
        }
    }

    private async Task<(bool Granted, TimeSpan? RetryAfter)> AttemptAsync(RateScope scope)
    {
        using IRatePermit permit = await governor.AcquireAsync(scope).ConfigureAwait(false);
        TimeSpan sentAt = time.Elapsed;
        OnSent?.Invoke(scope.ProfileId!.Value, sentAt);
        var way = TimeSpan.FromSeconds((Latency.Shortest + (random.NextDouble() * (Latency.Longest - Latency.Shortest))) / 2);
        await Task.Delay(way, time).ConfigureAwait(false);
        (bool granted, TimeSpan? retryAfter) = limit.Take();
        OnAttempt?.Invoke(sentAt, granted);
        await Task.Delay(way, time).ConfigureAwait(false);
        if (retryAfter is { } wait)
        {
            OnRetryAfter?.Invoke(wait);
        }

        permit.Complete(granted ? AttemptResult.Answered : AttemptResult.Throttled, retryAfter);
        return (granted, retryAfter);
    }
}
