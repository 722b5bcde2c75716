using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PpcAds.Sdk.Testing;

/// <summary>
/// Fake time that tells which waits were begun, so that a test can look at their exact length and step over them. Time limits
/// (<see cref="The.AttemptTimeout"/>, <see cref="The.TotalTimeout"/>) and beats of leases are no waits.
/// </summary>
public sealed class SteppingTimeProvider(DateTimeOffset? start = null) : FakeTimeProvider(start ?? The.Start)
{
    /// <summary>Real time in which work must end or begin a wait: what stands still fails its test and not the whole run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Gets lengths of other beats that are no waits.</summary>
    public IReadOnlyList<TimeSpan> Beats { get; init; } = [];

    /// <summary>All waits so far, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != Timeout.InfiniteTimeSpan && dueTime != The.AttemptTimeout && dueTime != The.TotalTimeout && dueTime != The.Lease / 3
            && !Beats.Contains(dueTime))
        {
            lock (Waits)
            {
                Waits.Add(dueTime);
            }

            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }

    /// <summary>Lets work go on, stepping over each wait that it begins, until it is done.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        await RunAsync((Task)work);
        return await work;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    /// <exception cref="TimeoutException">The work neither ended nor began a wait for minutes of real time.</exception>
    public async Task RunAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            Task<bool> wait = _waits.Reader.WaitToReadAsync().AsTask();
            try
            {
                await Task.WhenAny(work, wait).WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"At {GetUtcNow():O} the work stands still. The last waits were {string.Join(", ", Waits.TakeLast(5))}.");
            }

            if (_waits.Reader.TryRead(out TimeSpan duration))
            {
                Advance(duration);
            }
        }

        await work;
    }

    /// <summary>The length of the next wait that is begun. The caller steps over it.</summary>
    public async Task<TimeSpan> NextWaitAsync() => await _waits.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
}
