using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Chaos.Throttle;

/// <summary>What many clients do: the same rate, come what may. Without a rate, calls go at once.</summary>
internal sealed class FixedRateGovernor(double? callsPerSecond, TimeProvider time) : IRateGovernor
{
    private readonly long _origin = time.GetTimestamp();
    private TimeSpan _next;

    public async ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken = default)
    {
        if (callsPerSecond is { } rate)
        {
            TimeSpan now = time.GetElapsedTime(_origin);
            TimeSpan turn = _next > now ? _next : now;
            _next = turn + TimeSpan.FromSeconds(1 / rate);
            if (turn > now)
            {
                await Task.Delay(turn - now, time, cancellationToken);
            }
        }

        return new Permit();
    }

    private sealed class Permit : IRatePermit
    {
        public void Complete(AttemptResult result, TimeSpan? retryAfter = null)
        {
        }

        public void Dispose()
        {
        }
    }
}
