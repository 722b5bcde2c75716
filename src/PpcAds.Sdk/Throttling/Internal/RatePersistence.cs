using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Throttling;

/// <summary>Between a governor and its memory: loads once, saves every few seconds while something changes.</summary>
internal sealed class RatePersistence(
    IRateStore memory,
    Func<IReadOnlyList<LearnedRate>> snapshot,
    ThrottlingOptions options,
    TimeProvider timeProvider,
    ILogger logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _saving = new(1);
    private volatile IReadOnlyList<LearnedRate>? _loaded;
    private Task? _loading;
    private ITimer? _timer;
    private DateTimeOffset _savedAt = DateTimeOffset.MinValue;
    private bool _changed;
    private bool _disposed;

    /// <summary>Whether what was kept is known by now.</summary>
    public bool IsLoaded => _loaded is not null;

    public Task LoadAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _loading ??= LoadOnceAsync();
            return _loading.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What was kept of one class, unless it is too old.</summary>
    public LearnedRate? Find(string account, AmazonAdsRegion region, OperationClass operationClass) => _loaded?.FirstOrDefault(
        rate => rate.Account == account
            && rate.Region == region
            && rate.OperationClass == operationClass
            && rate.CallsPerSecond > 0
            && (rate.QuietUntil ?? rate.LearnedAt) > timeProvider.GetUtcNow() - options.RememberFor);

    /// <summary>Something was learned: to be saved soon.</summary>
    public void Changed()
    {
        lock (_lock)
        {
            _changed = true;
            if (_timer is not null || _disposed)
            {
                return;
            }

            TimeSpan age = timeProvider.GetUtcNow() - _savedAt;
            TimeSpan wait = age >= options.SaveInterval ? TimeSpan.Zero : options.SaveInterval - age;
            _timer = timeProvider.CreateTimer(
                static state => _ = ((RatePersistence)state!).SaveAsync(), this, wait, Timeout.InfiniteTimeSpan);
        }
    }

    public async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        await _saving.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (StopTimer() && snapshot() is { Count: > 0 } rates)
            {
                await memory.SaveAsync(rates, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                _changed = true;
            }

            ThrottlingLog.NotSaved(logger, exception);
        }
        finally
        {
            _saving.Release();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
        }

        StopTimer();
    }

    /// <summary>Whether anything changed since.</summary>
    private bool StopTimer()
    {
        lock (_lock)
        {
            bool changed = _changed;
            _changed = false;
            _timer?.Dispose();
            _timer = null;
            _savedAt = timeProvider.GetUtcNow();
            return changed;
        }
    }

    private async Task LoadOnceAsync()
    {
        try
        {
            _loaded = await memory.LoadAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            ThrottlingLog.NotLoaded(logger, exception);
            _loaded = [];
        }
    }
}
