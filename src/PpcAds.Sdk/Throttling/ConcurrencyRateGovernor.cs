using System.Collections.Concurrent;

namespace PpcAds.Sdk.Throttling;

/// <summary>Bounds the calls that an account has in flight, and keeps a whole class of operations quiet while Amazon asked for it.</summary>
internal sealed class ConcurrencyRateGovernor(int maxConcurrentCalls, TimeProvider timeProvider) : IRateGovernor
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new();
    private readonly ConcurrentDictionary<(string Account, AmazonAdsRegion Region, OperationClass Class), DateTimeOffset> _quietUntil = new();

    public async ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken = default)
    {
        SemaphoreSlim places = _places.GetOrAdd(scope.Account, static (_, count) => new SemaphoreSlim(count), maxConcurrentCalls);
        while (true)
        {
            // Waiting out a pause must not hold a place that another class of operations could use.
            await WaitForQuietToEndAsync(scope, cancellationToken).ConfigureAwait(false);
            await places.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (RemainingQuiet(scope) <= TimeSpan.Zero)
            {
                return new Permit(this, scope, places);
            }

            places.Release();
        }
    }

    private async ValueTask WaitForQuietToEndAsync(RateScope scope, CancellationToken cancellationToken)
    {
        for (TimeSpan quiet = RemainingQuiet(scope); quiet > TimeSpan.Zero; quiet = RemainingQuiet(scope))
        {
            await Task.Delay(quiet, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan RemainingQuiet(RateScope scope) =>
        _quietUntil.TryGetValue(Key(scope), out DateTimeOffset until) ? until - timeProvider.GetUtcNow() : TimeSpan.Zero;

    private void KeepQuiet(RateScope scope, TimeSpan duration)
    {
        DateTimeOffset until = timeProvider.GetUtcNow() + duration;
        _quietUntil.AddOrUpdate(Key(scope), until, (_, known) => known > until ? known : until);
    }

    private static (string Account, AmazonAdsRegion Region, OperationClass Class) Key(RateScope scope) =>
        (scope.Account, scope.Region, scope.OperationClass);

    private sealed class Permit(ConcurrencyRateGovernor governor, RateScope scope, SemaphoreSlim places) : IRatePermit
    {
        private int _released;

        public void Complete(AttemptResult result, TimeSpan? retryAfter = null)
        {
            if (retryAfter is { } duration && duration > TimeSpan.Zero)
            {
                governor.KeepQuiet(scope, duration);
            }
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                places.Release();
            }
        }
    }
}
