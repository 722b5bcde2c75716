using FluentAssertions;
using PpcAds.Sdk.Testing.Throttling;
using PpcAds.Sdk.Throttling;
using Xunit;

namespace PpcAds.Sdk.Tests.Throttling;

public sealed class SharedLimitTests
{
    private readonly VirtualTimeProvider _time = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_limit_is_used_and_seldom_hit(bool sendsRetryAfter)
    {
        var limit = new VirtualLimit(_time, 10, 10, sendsRetryAfter);
        Count counted = Start(limit, seed: 1);
        _time.RunUntil(TimeSpan.FromMinutes(2));
        limit.ChangeTo(2);
        _time.RunUntil(TimeSpan.FromMinutes(4));
        counted.Reset();

        _time.RunUntil(TimeSpan.FromMinutes(24));

        counted.Granted.Should().BeGreaterThan((int)(2 * 1200 * 0.9));
        counted.Refused.Should().BeLessThan((int)(2 * 1200 * 0.02));
    }

    [Fact]
    public void One_that_comes_later_gets_its_share_of_the_limit()
    {
        var limit = new VirtualLimit(_time, 10, 10, sendsRetryAfter: true);
        Count first = Start(limit, seed: 1);
        _time.RunUntil(TimeSpan.FromMinutes(10));
        Count second = Start(limit, seed: 2);
        _time.RunUntil(TimeSpan.FromMinutes(20));
        first.Reset();
        second.Reset();

        _time.RunUntil(TimeSpan.FromMinutes(80));

        int together = first.Granted + second.Granted;
        together.Should().BeGreaterThan((int)(10 * 3600 * 0.85));
        ((double)first.Granted / together).Should().BeInRange(0.4, 0.6);
    }

    [Fact]
    public void After_a_pause_calls_do_not_come_back_all_at_once()
    {
        var limit = new VirtualLimit(_time, 10, 10, sendsRetryAfter: true);
        List<TimeSpan> sent = [];
        TimeSpan end = TimeSpan.Zero;
        using AdaptiveRateGovernor governor = VirtualGovernor.Create(_time, 1);
        var client = new VirtualClient(_time, governor, limit, new Random(1))
        {
            OnSent = (_, at) => sent.Add(at),
            OnRetryAfter = wait => end = _time.Elapsed + wait,
        };
        client.Start(workers: 100);
        _time.RunUntil(TimeSpan.FromMinutes(5));
        limit.ChangeTo(0);
        _time.RunUntil(TimeSpan.FromMinutes(6));
        limit.ChangeTo(10);
        sent.Clear();

        _time.RunUntil(end + TimeSpan.FromSeconds(1));

        sent.Should().NotBeEmpty().And.HaveCountLessThan(6, "100 callers waited");
        sent.Should().OnlyContain(at => at >= end);
    }

    [Fact]
    public void A_crowd_of_one_profile_does_not_hold_up_another()
    {
        var limit = new VirtualLimit(_time, 5, 5, sendsRetryAfter: true);
        using AdaptiveRateGovernor governor = VirtualGovernor.Create(_time, 1);
        int[] sent = new int[2];
        var client = new VirtualClient(_time, governor, limit, new Random(1)) { OnSent = (profile, _) => sent[profile.Value - 1]++ };
        client.Start(workers: 50, profiles: 1);
        client.Start(workers: 4, profiles: 2);

        _time.RunUntil(TimeSpan.FromMinutes(10));

        ((double)sent[1] / sent.Sum()).Should().BeInRange(0.4, 0.5);
    }

    private Count Start(VirtualLimit limit, int seed)
    {
        var count = new Count();
        new VirtualClient(_time, VirtualGovernor.Create(_time, seed), limit, new Random(seed)) { OnAttempt = (_, granted) => count.Add(granted) }
            .Start(workers: 16);
        return count;
    }

    private sealed class Count
    {
        public int Granted { get; private set; }

        public int Refused { get; private set; }

        public void Add(bool granted)
        {
            Granted += granted ? 1 : 0;
            Refused += granted ? 0 : 1;
        }

        public void Reset() => (Granted, Refused) = (0, 0);
    }
}
