namespace PpcAds.Sdk.Throttling;

/// <summary>
/// The calls of one account: so many in flight at most, each class at its own rate. One lock and at most one timer; callers that
/// need not wait go through without either a timer or a task.
/// </summary>
internal sealed class AccountRateLimiter(
    string account,
    int places,
    Func<AccountRateLimiter, AmazonAdsRegion, OperationClass, RateController> createLaw,
    Action? onLearned,
    TaskCreationOptions continuations,
    TimeProvider timeProvider) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly long _origin = timeProvider.GetTimestamp();
    private readonly DateTimeOffset _originUtc = timeProvider.GetUtcNow();
    private readonly List<RateBucket> _buckets = [];
    private int _free = places;
    private int _turn;
    private ITimer? _timer;
    private TimeSpan _timerDue = TimeSpan.MaxValue;
    private bool _disposed;

    public string Account => account;

    private TimeSpan Now => timeProvider.GetElapsedTime(_origin);

    /// <summary>Waits for a turn.</summary>
    public ValueTask<IRatePermit> AcquireAsync(RateScope scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RateBucket bucket;
        RateWaiter waiter;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(IRateGovernor));
            bucket = BucketFor(scope);
            TimeSpan now = Now;
            if (_free > 0 && bucket.Waiting.Count == 0 && bucket.Law.NextPermitAt <= now)
            {
                return ValueTask.FromResult<IRatePermit>(Take(bucket, now));
            }

            waiter = new RateWaiter(scope.ProfileId ?? default, continuations);
            bucket.Waiting.Add(waiter);
            ArmTimer(now);
        }

        return WaitAsync(bucket, waiter, cancellationToken);
    }

    /// <summary>How much longer a class is to be quiet; null when it is not.</summary>
    public TimeSpan? GetPause(RateScope scope)
    {
        lock (_lock)
        {
            RateBucket? bucket = _buckets.Find(
                known => known.Region == scope.Region && known.OperationClass == scope.OperationClass);
            TimeSpan pause = bucket is null ? TimeSpan.Zero : bucket.Law.QuietUntil - Now;
            return pause > TimeSpan.Zero ? pause : null;
        }
    }

    /// <summary>Takes in how an attempt ended.</summary>
    public void Learn(RateBucket bucket, TimeSpan sentAt, AttemptResult result, TimeSpan? retryAfter)
    {
        bool hasLearned;
        lock (_lock)
        {
            TimeSpan now = Now;
            switch (result)
            {
                case AttemptResult.Throttled:
                    bucket.Law.OnThrottled(sentAt, now, retryAfter);
                    break;
                case AttemptResult.Answered:
                    bucket.Law.OnAnswered();
                    goto default;
                default:
                    if (retryAfter > TimeSpan.Zero)
                    {
                        bucket.Law.Pause(now, retryAfter.Value);
                    }

                    break;
            }

            hasLearned = bucket.Law.HasLearned;
        }

        // Before the first 429 there is nothing to keep.
        if (hasLearned)
        {
            onLearned?.Invoke();
        }
    }

    /// <summary>Frees a place.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _free++;
        }

        LetThrough();
    }

    /// <summary>What is known, to be kept.</summary>
    public IReadOnlyList<LearnedRate> Snapshot()
    {
        lock (_lock)
        {
            return
            [
                .. _buckets.Where(bucket => bucket.Law.HasLearned).Select(bucket => new LearnedRate
                {
                    Account = account,
                    Region = bucket.Region,
                    OperationClass = bucket.OperationClass,
                    CallsPerSecond = bucket.Law.Rate,
                    LearnedAt = bucket.Law.LastSent is { } sent ? _originUtc + sent : timeProvider.GetUtcNow(),
                    QuietUntil = bucket.Law.QuietUntil > Now ? _originUtc + bucket.Law.QuietUntil : null,
                }),
            ];
        }
    }

    /// <summary>What is allowed now, learned or not.</summary>
    public IReadOnlyList<GovernedRate> Rates()
    {
        lock (_lock)
        {
            return [.. _buckets.Select(bucket => new GovernedRate(bucket.Region, bucket.OperationClass, bucket.Law.Rate))];
        }
    }

    /// <summary>An instant in the time that laws count in.</summary>
    public TimeSpan InLawTime(DateTimeOffset instant) => instant - _originUtc;

    public void Dispose()
    {
        List<RateWaiter> left = [];
        lock (_lock)
        {
            _disposed = true;
            _timer?.Dispose();
            _timer = null;
            foreach (RateBucket bucket in _buckets)
            {
                while (bucket.Waiting.Count > 0)
                {
                    left.Add(bucket.Waiting.Take());
                }
            }
        }

        left.ForEach(waiter => waiter.Fail(new ObjectDisposedException(nameof(IRateGovernor))));
    }

    private async ValueTask<IRatePermit> WaitAsync(RateBucket bucket, RateWaiter waiter, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            (_, token) => GiveUp(bucket, waiter, token), null);
        return await waiter.Permit.ConfigureAwait(false);
    }

    private void GiveUp(RateBucket bucket, RateWaiter waiter, CancellationToken cancellationToken)
    {
        bool waited;
        lock (_lock)
        {
            waited = bucket.Waiting.Remove(waiter);
        }

        // One that was just let through keeps its permit; the call itself sees the cancellation.
        if (waited)
        {
            waiter.Cancel(cancellationToken);
        }
    }

    private void LetThrough()
    {
        List<(RateWaiter Waiter, RatePermit Permit)> granted = [];
        lock (_lock)
        {
            TimeSpan now = Now;
            while (_free > 0 && NextReady(now) is { } bucket)
            {
                granted.Add((bucket.Waiting.Take(), Take(bucket, now)));
            }

            ArmTimer(now);
        }

        // Outside the lock: what goes on there is the caller's code.
        granted.ForEach(grant => grant.Waiter.Grant(grant.Permit));
    }

    // Classes take turns for places, so that a crowd of downloads holds up no list.
    private RateBucket? NextReady(TimeSpan now)
    {
        for (int step = 0; step < _buckets.Count; step++)
        {
            RateBucket bucket = _buckets[(_turn + step) % _buckets.Count];
            if (bucket.Waiting.Count > 0 && bucket.Law.NextPermitAt <= now)
            {
                _turn = (_turn + step + 1) % _buckets.Count;
                return bucket;
            }
        }

        return null;
    }

    private RatePermit Take(RateBucket bucket, TimeSpan now)
    {
        _free--;
        bucket.Law.OnSent(now);
        return new RatePermit(this, bucket, now);
    }

    // Without a free place there is nothing to wake up for: its release lets the next through.
    private void ArmTimer(TimeSpan now)
    {
        if (_disposed || _free == 0)
        {
            return;
        }

        TimeSpan due = TimeSpan.MaxValue;
        foreach (RateBucket bucket in _buckets)
        {
            if (bucket.Waiting.Count > 0 && bucket.Law.NextPermitAt < due)
            {
                due = bucket.Law.NextPermitAt;
            }
        }

        if (due == TimeSpan.MaxValue || (_timer is not null && _timerDue <= due))
        {
            return;
        }

        // Timers count in milliseconds and round down: one that fired too early would have to be set again.
        double wait = Math.Clamp(Math.Ceiling((due - now).TotalMilliseconds), 0, int.MaxValue - 1);
        _timer?.Dispose();
        _timerDue = due;
        _timer = timeProvider.CreateTimer(
            static state => ((AccountRateLimiter)state!).OnTimer(),
            this,
            TimeSpan.FromMilliseconds(wait),
            Timeout.InfiniteTimeSpan);
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
        }

        LetThrough();
    }

    private RateBucket BucketFor(RateScope scope)
    {
        RateBucket? bucket = _buckets.Find(known => known.Region == scope.Region && known.OperationClass == scope.OperationClass);
        if (bucket is null)
        {
            bucket = new RateBucket(scope.Region, scope.OperationClass, createLaw(this, scope.Region, scope.OperationClass));
            _buckets.Add(bucket);
        }

        return bucket;
    }
}
