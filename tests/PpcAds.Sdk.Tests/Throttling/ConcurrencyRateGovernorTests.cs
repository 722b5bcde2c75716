using FluentAssertions;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;
using Xunit;

namespace PpcAds.Sdk.Tests.Throttling;

public sealed class ConcurrencyRateGovernorTests
{
    private readonly SteppingTimeProvider _time = new();

    [Fact]
    public async Task An_account_has_no_more_calls_in_flight_than_allowed_and_another_is_not_held_up()
    {
        var governor = new ConcurrencyRateGovernor(2, _time);
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
        var governor = new ConcurrencyRateGovernor(8, _time);
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
        var governor = new ConcurrencyRateGovernor(8, _time);
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
        var governor = new ConcurrencyRateGovernor(1, _time);
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
        var governor = new ConcurrencyRateGovernor(1, _time);
        await governor.AcquireAsync(Scope("a"));
        using var cancellation = new CancellationTokenSource();
        Task<IRatePermit> waiting = governor.AcquireAsync(Scope("a"), cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await waiting.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    private static Task<IRatePermit> Acquire(ConcurrencyRateGovernor governor, RateScope scope) => governor.AcquireAsync(scope).AsTask();

    private static RateScope Scope(string account) => new(account, AmazonAdsRegion.NorthAmerica, OperationClass.Lists, null);
}
