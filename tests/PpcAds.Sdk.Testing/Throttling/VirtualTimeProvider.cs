namespace PpcAds.Sdk.Testing.Throttling;

/// <summary>
/// Time that moves from timer to timer, on the caller's thread: hours pass in a blink, and the same seed gives the same run. Not safe
/// for concurrent use.
/// </summary>
public sealed class VirtualTimeProvider : TimeProvider
{
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _timers = new();
    private long _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_now);

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => The.Start + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs all timers up to an instant.</summary>
    public void RunUntil(TimeSpan end)
    {
        // Under a context (xunit has one) continuations would go to other threads.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            while (_timers.TryPeek(out VirtualTimer? timer, out (long Due, long Order) key) && key.Due <= end.Ticks)
            {
                _timers.Dequeue();
                if (timer.Due == key.Due)
                {
                    _now = key.Due;
                    timer.Fire();
                }
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        _now = Math.Max(_now, end.Ticks);
    }

    private sealed class VirtualTimer(VirtualTimeProvider time, Action callback) : ITimer
    {
        public long? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime.Ticks;
            if (Due is { } due)
            {
                time._timers.Enqueue(this, (due, time._order++));
            }

            return true;
        }

        public void Fire()
        {
            Due = null;
            callback();
        }

        public void Dispose() => Due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
