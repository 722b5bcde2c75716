namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>Stops an operation after one of its statements, until it is let go on.</summary>
/// <param name="passed">Is given each statement that is done.</param>
internal sealed class Gate(Action<string> passed)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<Halt> _halt = New<Halt>();
    private TaskCompletionSource<bool> _go = New<bool>();
    private bool _isWaiting;
    private bool _hasEnded;
    private int _stopAt = int.MaxValue;

    /// <summary>How many statements are done.</summary>
    public int Passed { get; private set; }

    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _hasEnded;
            }
        }
    }

    /// <summary>Lets the operation run to a point, the next one at least.</summary>
    /// <returns>Ends when it does not go on.</returns>
    public Task<Halt> RunTo(int point)
    {
        TaskCompletionSource<bool>? go = null;
        Task<Halt> halted;
        lock (_lock)
        {
            if (_hasEnded)
            {
                return Task.FromResult(Halt.Ended);
            }

            _stopAt = point;
            if (_halt.Task.IsCompleted)
            {
                _halt = New<Halt>();
            }

            halted = _halt.Task;
            if (_isWaiting)
            {
                _isWaiting = false;
                (go, _go) = (_go, New<bool>());
            }
        }

        go?.SetResult(true);
        return halted;
    }

    /// <summary>A statement is done; waits here if the operation is to stop after it.</summary>
    public async Task PassAsync(string statement)
    {
        Task<bool> go;
        lock (_lock)
        {
            Passed++;
            passed(statement);
            if (Passed < _stopAt)
            {
                return;
            }

            go = Wait(Halt.Stopped);
        }

        await go;
    }

    /// <summary>A lock is another's; waits here until the operation is to try again.</summary>
    public async Task BlockAsync()
    {
        Task<bool> go;
        lock (_lock)
        {
            go = Wait(Halt.Blocked);
        }

        await go;
    }

    /// <summary>The operation waits for a lock in the database itself: it stops after the statement that has got it.</summary>
    /// <returns>Whether it has not stopped or ended meanwhile.</returns>
    public bool TryMarkBlocked()
    {
        lock (_lock)
        {
            if (_hasEnded || _isWaiting)
            {
                return false;
            }

            _stopAt = Passed + 1;
            return true;
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _hasEnded = true;
            _halt.TrySetResult(Halt.Ended);
        }
    }

    private Task<bool> Wait(Halt why)
    {
        _isWaiting = true;
        _halt.TrySetResult(why);
        return _go.Task;
    }

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
