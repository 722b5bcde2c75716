using FluentAssertions;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;
using Xunit;

namespace PpcAds.Sdk.Tests.Throttling;

public sealed class AdaptiveRateGovernorTests
{
    private readonly SteppingTimeProvider _time = new();

    [Fact]
    public async Task An_account_has_no_more_calls_in_flight_than_allowed_and_another_is_not_held_up()
    {
        AdaptiveRateGovernor governor = Governor(2);
        IRatePermit first = await governor.AcquireAsync(Scope("a"));
        await governor.AcquireAsync(Scope("a"));

        Task<IRatePermit> third = Acquire(governor, Scope("a"));
        Task<IRatePermit> other = Acquire(governor, Scope("b"));

        third.IsCompleted.Should().BeFalse();
        other.IsCompleted.Should().BeTrue();
        first.Dispose();
        first.Dispose();
        await third;
        Acquire(governor, Scope("a")).IsCompleted.Should().BeFalse("a permit disposed twice frees one place");
    }

    [Fact]
    public async Task Retry_after_quiets_the_class_of_operations_in_its_region_and_no_other()
    {
        AdaptiveRateGovernor governor = Governor(8);
        using (IRatePermit permit = await governor.AcquireAsync(Scope("a")))
        {
            permit.Complete(AttemptResult.Throttled, TimeSpan.FromSeconds(30));
        }

        Task<IRatePermit> held = Acquire(governor, Scope("a"));
        held.IsCompleted.Should().BeFalse();
        Acquire(governor, Scope("a") with { OperationClass = OperationClass.ReportPolling }).IsCompleted.Should().BeTrue();
        Acquire(governor, Scope("a") with { Region = AmazonAdsRegion.Europe }).IsCompleted.Should().BeTrue();

        _time.Advance(TimeSpan.FromSeconds(29));
        held.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        await held;
    }

    [Fact]
    public async Task A_shorter_retry_after_does_not_end_a_longer_one()
    {
        AdaptiveRateGovernor governor = Governor(8);
        IRatePermit first = await governor.AcquireAsync(Scope("a"));
        IRatePermit second = await governor.AcquireAsync(Scope("a"));
        first.Complete(AttemptResult.Throttled, TimeSpan.FromSeconds(30));
        second.Complete(AttemptResult.Throttled, TimeSpan.FromSeconds(1));

        _time.Advance(TimeSpan.FromSeconds(2));

        Acquire(governor, Scope("a")).IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Waiting_out_a_pause_takes_no_place_from_others()
    {
        AdaptiveRateGovernor governor = Governor(1);
        using (IRatePermit permit = await governor.AcquireAsync(Scope("a")))
        {
            permit.Complete(AttemptResult.Throttled, TimeSpan.FromSeconds(30));
        }

        Task<IRatePermit> held = Acquire(governor, Scope("a"));

        Acquire(governor, Scope("a") with { OperationClass = OperationClass.Downloads }).IsCompleted.Should().BeTrue();
        held.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task A_caller_can_end_its_wait()
    {
        AdaptiveRateGovernor governor = Governor(1);
        await governor.AcquireAsync(Scope("a"));
        using var cancellation = new CancellationTokenSource();
        Task<IRatePermit> waiting = governor.AcquireAsync(Scope("a"), cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await waiting.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Nobody_feels_the_governor_before_the_first_429()
    {
        AdaptiveRateGovernor governor = Governor(1000);
        for (int call = 0; call < 100; call++)
        {
            using IRatePermit permit = await governor.AcquireAsync(Scope("a"));
            permit.Complete(AttemptResult.Answered);
        }

        _time.Waits.Should().BeEmpty("a permit that is there needs no timer");
    }

    [Fact]
    public async Task Without_retry_after_pauses_double_while_nothing_passes()
    {
        AdaptiveRateGovernor governor = Governor(8);
        List<double> pauses = [];
        for (int call = 0; call < 7; call++)
        {
            Task<IRatePermit> waiting = Acquire(governor, Scope("a"));
            DateTimeOffset asked = _time.GetUtcNow();
            await _time.RunAsync(waiting);
            pauses.Add((_time.GetUtcNow() - asked).TotalSeconds);
            using IRatePermit permit = await waiting;
            permit.Complete(AttemptResult.Throttled);
        }

        pauses.Should().Equal(0, 2, 4, 8, 16, 32, 60);
    }

    [Fact]
    public async Task A_permit_that_was_never_completed_gives_its_place_back()
    {
        AdaptiveRateGovernor governor = Governor(1);
        IRatePermit permit = await governor.AcquireAsync(Scope("a"));
        Task<IRatePermit> waiting = Acquire(governor, Scope("a"));

        permit.Dispose();

        await waiting;
    }

    [Fact]
    public async Task One_that_waits_no_longer_leaves_the_turn_to_the_next()
    {
        AdaptiveRateGovernor governor = Governor(1);
        IRatePermit permit = await governor.AcquireAsync(Scope("a"));
        using var cancellation = new CancellationTokenSource();
        Task<IRatePermit> first = governor.AcquireAsync(Scope("a"), cancellation.Token).AsTask();
        Task<IRatePermit> second = Acquire(governor, Scope("a"));
        await cancellation.CancelAsync();

        permit.Dispose();

        await second;
        await first.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Disposal_ends_all_waits()
    {
        AdaptiveRateGovernor governor = Governor(1);
        await governor.AcquireAsync(Scope("a"));
        Task<IRatePermit> waiting = Acquire(governor, Scope("a"));

        governor.Dispose();

        await waiting.Invoking(task => task).Should().ThrowAsync<ObjectDisposedException>();
        await governor.Invoking(disposed => disposed.AcquireAsync(Scope("a")).AsTask()).Should().ThrowAsync<ObjectDisposedException>();
    }

    private AdaptiveRateGovernor Governor(int places) => new(
        new RateGovernorOptions { MaxConcurrentCallsPerAccount = places },
        new RateGovernorServices { TimeProvider = _time, Random = new FixedRandom(1) });

    private static Task<IRatePermit> Acquire(AdaptiveRateGovernor governor, RateScope scope) => governor.AcquireAsync(scope).AsTask();

    private static RateScope Scope(string account) => new(account, AmazonAdsRegion.NorthAmerica, OperationClass.Lists, null);
}
