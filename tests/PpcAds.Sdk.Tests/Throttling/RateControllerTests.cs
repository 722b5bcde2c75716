using FluentAssertions;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;
using Xunit;

namespace PpcAds.Sdk.Tests.Throttling;

public sealed class RateControllerTests
{
    private static readonly TimeSpan Start = TimeSpan.FromHours(1);

    private readonly RateController _law = new(
        new RateControllerSettings { InitialRate = 10, MinRate = 0.1, MaxRate = 100 }, new FixedRandom(1));

    [Fact]
    public void A_429_leaves_most_of_the_rate_at_which_it_came()
    {
        TimeSpan now = SendAtFullRate(Start, calls: 150);
        double before = _law.Rate;

        _law.OnThrottled(now, now, TimeSpan.FromSeconds(1));

        _law.Rate.Should().BeApproximately(before * RateCurve.Decrease, before * 0.1);
    }

    [Fact]
    public void Several_429s_of_calls_that_were_under_way_together_count_as_one()
    {
        TimeSpan now = SendAtFullRate(Start, calls: 150);
        _law.OnThrottled(now, now + TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));
        double once = _law.Rate;

        _law.OnThrottled(now, now + TimeSpan.FromMilliseconds(120), TimeSpan.FromSeconds(5));

        _law.Rate.Should().Be(once);
        _law.NextPermitAt.Should().BeGreaterThanOrEqualTo(now + TimeSpan.FromMilliseconds(5120), "its longer Retry-After counts all the same");
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(86_400)]
    public void A_retry_after_of_a_day_or_of_years_is_kept_for_an_hour(int seconds)
    {
        TimeSpan now = SendAtFullRate(Start, calls: 150);

        _law.OnThrottled(now, now, TimeSpan.FromSeconds(seconds));

        _law.QuietUntil.Should().Be(now + TimeSpan.FromHours(1));
    }

    [Fact]
    public void Calls_that_do_not_test_the_rate_do_not_raise_it()
    {
        for (int second = 0; second < 3600; second++)
        {
            _law.OnSent(Start + TimeSpan.FromSeconds(second));
            _law.OnAnswered();
        }

        _law.Rate.Should().Be(10);
    }

    [Fact]
    public void Calls_that_do_test_it_raise_it_up_to_the_highest_allowed()
    {
        SendAtFullRate(Start, calls: 5000);

        _law.Rate.Should().Be(100);
    }

    [Fact]
    public void After_a_long_pause_calls_come_back_one_by_one()
    {
        TimeSpan now = SendAtFullRate(Start, calls: 150);
        _law.OnThrottled(now, now, TimeSpan.FromSeconds(60));
        TimeSpan end = now + TimeSpan.FromSeconds(60);
        int first = CallsWithin(end, TimeSpan.FromSeconds(1));
        int later = CallsWithin(end + TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));

        _law.NextPermitAt.Should().BeGreaterThan(end);
        first.Should().BeInRange(1, 6, "the rate starts at a quarter");
        later.Should().BeInRange(8, 16);
    }

    [Fact]
    public void What_was_learnt_is_forgotten_after_a_while()
    {
        TimeSpan now = SendAtFullRate(Start, calls: 150);
        _law.OnThrottled(now, now, null);

        _law.OnSent(now + TimeSpan.FromMinutes(59));
        _law.HasLearned.Should().BeTrue();
        _law.OnSent(now + TimeSpan.FromMinutes(120));

        _law.HasLearned.Should().BeFalse();
    }

    private TimeSpan SendAtFullRate(TimeSpan from, int calls)
    {
        TimeSpan now = from;
        for (int call = 0; call < calls; call++)
        {
            now = _law.NextPermitAt > now ? _law.NextPermitAt : now;
            _law.OnSent(now);
            _law.OnAnswered();
        }

        return now;
    }

    private int CallsWithin(TimeSpan from, TimeSpan duration)
    {
        int calls = 0;
        for (TimeSpan now = from; now < from + duration; now += TimeSpan.FromMilliseconds(1))
        {
            if (_law.NextPermitAt <= now)
            {
                _law.OnSent(now);
                calls++;
            }
        }

        return calls;
    }
}
