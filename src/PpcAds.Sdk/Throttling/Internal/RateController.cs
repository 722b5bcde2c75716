namespace PpcAds.Sdk.Throttling;

/// <summary>
/// The rate of one class of operations: when the next call may go, learned from the results of the previous ones. Pure: it reads
/// no clock and waits for nothing; times are counted from any one instant. Not safe for concurrent use.
/// </summary>
internal sealed class RateController(RateControllerSettings settings, Random random)
{
    // Enough sends to measure a rate; few enough to be current.
    private const int Window = 32;

    // So soon after a 429 its pause belongs to the measurement: see Delivered.
    private const int SoonAfter = 12;

    // So many answers say that a limit is open again.
    private const int AnswersThatEndRepeats = 2;

    // A limit of one's own shows within 2 % of where it was last; one that others use shows anywhere.
    private const double SharedScatter = 0.03;
    private const double LargestScatter = 0.2;
    private const double ScatterMemory = 0.8;

    // One 429 says "less", never "nothing".
    private const double LargestDecrease = 0.5;

    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(-36_500);
    private static readonly TimeSpan UnknownDepth = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KnownDepth = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan QuietThatNeedsSlowStart = TimeSpan.FromSeconds(10);

    private readonly TimeSpan[] _sent = new TimeSpan[Window];
    private long _sentSinceThrottled;
    private int _answeredSinceThrottled;
    private int _repeats;
    private double? _limit;
    private double _scatter;
    private double _sending;
    private TimeSpan _next = LongAgo;
    private TimeSpan _quietUntil = LongAgo;
    private TimeSpan _throttledAt = LongAgo;
    private TimeSpan? _lastSent;
    private TimeSpan? _slowStart;

    /// <summary>The rate in force, in calls per second.</summary>
    public double Rate => Math.Clamp(
        _limit is { } limit
            ? (_scatter > SharedScatter
                ? RateCurve.Shared(limit, _sending, settings)
                : RateCurve.Alone(limit, _sending, settings))
            : settings.InitialRate * RateCurve.Doubled(_sending, settings),
        settings.MinRate,
        settings.MaxRate);

    /// <summary>Whether a 429 ever revealed anything about the limit.</summary>
    public bool HasLearned => _limit is not null;

    /// <summary>When the last call went out; null before the first.</summary>
    public TimeSpan? LastSent => _lastSent;

    /// <summary>The end of the last pause.</summary>
    public TimeSpan QuietUntil => _quietUntil;

    /// <summary>When the next call may go; in the past if immediately.</summary>
    public TimeSpan NextPermitAt => _next > _quietUntil ? _next : _quietUntil;

    /// <summary>Restores what an earlier process learned.</summary>
    public void Restore(double rate, TimeSpan quietUntil)
    {
        _limit = Math.Clamp(rate, settings.MinRate, settings.MaxRate);
        _quietUntil = quietUntil;
        _slowStart = quietUntil;
    }

    /// <summary>A call goes out.</summary>
    public void OnSent(TimeSpan now)
    {
        if (_lastSent is { } last)
        {
            ForgetAfter(now - last);
            StartSlowlyAfter(now - last, now);
        }

        double interval = Interval(now);
        TimeSpan depth = _limit is null ? UnknownDepth : KnownDepth;
        TimeSpan earliest = now - depth;

        // Only calls that had to wait for their turn test the rate; others would raise it without bound.
        if (now - _next <= KnownDepth / 2)
        {
            double since = _lastSent is { } before ? (now - before).TotalSeconds : 0;
            _sending += Rate < settings.MaxRate ? Math.Min(since, 2 * interval) : 0;
        }

        _next = (_next > earliest ? _next : earliest) + TimeSpan.FromSeconds(interval);
        _lastSent = now;
        _sent[_sentSinceThrottled % Window] = now;
        _sentSinceThrottled++;
    }

    /// <summary>A call was answered, and not throttled.</summary>
    public void OnAnswered()
    {
        if (++_answeredSinceThrottled == AnswersThatEndRepeats)
        {
            _repeats = 0;
        }
    }

    /// <summary>A call was throttled.</summary>
    /// <param name="sentAt">When it went out.</param>
    /// <param name="now">When the answer arrived.</param>
    /// <param name="retryAfter">What Amazon requested.</param>
    public void OnThrottled(TimeSpan sentAt, TimeSpan now, TimeSpan? retryAfter)
    {
        // A call that was under way when the limit showed reports it a second time.
        bool known = sentAt <= _throttledAt;
        if (!known)
        {
            Lower(now);
        }

        if (retryAfter is { } asked && asked > TimeSpan.Zero)
        {
            Pause(now, asked);
        }
        else if (!known)
        {
            Pause(now, OwnPause());
        }

        if (!known)
        {
            _repeats++;
            _throttledAt = now;
            _sentSinceThrottled = 0;
            _answeredSinceThrottled = 0;
        }
    }

    /// <summary>
    /// Keeps the class quiet, as Amazon asked; within bounds, since one wrong answer must not silence it for years.
    /// </summary>
    public void Pause(TimeSpan now, TimeSpan duration)
    {
        duration = duration < settings.LongestPause ? duration : settings.LongestPause;
        TimeSpan until = now + duration;
        if (until <= _quietUntil)
        {
            return;
        }

        _quietUntil = until;
        _slowStart = duration >= QuietThatNeedsSlowStart ? until : _slowStart;

        // Clients that received the same second must not come back in the same instant.
        TimeSpan back = until + TimeSpan.FromSeconds((1 - random.NextDouble()) * Math.Min(1, Interval(until)));
        _next = _next > back ? _next : back;
    }

    private void Lower(TimeSpan now)
    {
        double rate = Rate;
        double delivered = Math.Max(settings.MinRate, Math.Clamp(Delivered(now), rate * LargestDecrease, rate));
        if (_limit is { } former)
        {
            double off = Math.Min(LargestScatter, Math.Abs(Math.Log(delivered / former)));
            _scatter = (ScatterMemory * _scatter) + ((1 - ScatterMemory) * off);
        }

        _limit = delivered;
        _sending = 0;
    }

    // The rate that was sent at lately. Right after a 429 only what its pause let gather gets through: there the pause counts
    // too, and what is measured is the limit itself, since the server's bucket was empty at both ends.
    private double Delivered(TimeSpan now)
    {
        long count = Math.Min(_sentSinceThrottled, Window);
        if (count == 0)
        {
            return Rate;
        }

        TimeSpan from = _sentSinceThrottled > SoonAfter || _throttledAt == LongAgo
            ? _sent[(_sentSinceThrottled - count) % Window]
            : _throttledAt;
        return count / Math.Max(0.001, (now - from).TotalSeconds);
    }

    private TimeSpan OwnPause()
    {
        double pause = settings.BasePause.TotalSeconds * Math.Pow(2, Math.Min(_repeats, 30));
        return TimeSpan.FromSeconds(Math.Min(pause, settings.MaxPause.TotalSeconds) * (0.5 + (random.NextDouble() / 2)));
    }

    private double Interval(TimeSpan now)
    {
        double part = _slowStart is { } start ? Math.Min(1, 0.25 * Math.Pow(2, Math.Max(0, (now - start).TotalSeconds))) : 1;
        return 1 / Math.Max(settings.MinRate, Rate * part);
    }

    private void StartSlowlyAfter(TimeSpan quiet, TimeSpan now)
    {
        if (_limit is not null && quiet >= QuietThatNeedsSlowStart && !(_slowStart >= now - quiet))
        {
            _slowStart = now;
        }
    }

    private void ForgetAfter(TimeSpan quiet)
    {
        if (quiet >= settings.RememberFor)
        {
            _limit = null;
            _scatter = 0;
            _sending = 0;
            _repeats = 0;
        }
    }
}
