using FluentAssertions;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>When the circuit of an account is open, and until when.</summary>
public sealed class AccountCircuitTests
{
    private static readonly AccountId Account = new(1);
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    private readonly SteppingTimeProvider _time = new();
    private readonly AccountCircuits _circuits;

    public AccountCircuitTests() => _circuits = new AccountCircuits(2, Duration, _time);

    [Fact]
    public void A_closed_circuit_names_no_time()
    {
        _circuits.Failed(Account);

        _circuits.TryEnter(Account, out DateTimeOffset until).Should().BeTrue("one failure is not enough");
        until.Should().Be(default);
    }

    [Fact]
    public void An_open_circuit_names_the_time_of_the_next_try()
    {
        DateTimeOffset end = _circuits.Open(Account);

        end.Should().Be(_time.GetUtcNow() + Duration);
        _circuits.TryEnter(Account, out DateTimeOffset until).Should().BeFalse();
        until.Should().Be(end);
    }

    [Fact]
    public void While_one_tries_the_others_wait_for_as_long_as_the_circuit_was_open()
    {
        _circuits.Open(Account);
        _time.Advance(Duration);
        _circuits.TryEnter(Account, out _).Should().BeTrue();

        _circuits.TryEnter(Account, out DateTimeOffset until).Should().BeFalse();

        until.Should().Be(_time.GetUtcNow() + Duration);
    }

    [Fact]
    public void A_single_failure_after_an_opened_circuit_opens_it_again()
    {
        _circuits.Open(Account);
        _time.Advance(Duration);

        _circuits.Failed(Account).Should().Be(_time.GetUtcNow() + Duration);
    }

    [Fact]
    public void A_circuit_whose_end_is_further_off_than_it_can_be_lets_a_try_pass()
    {
        var clock = new ClockThatIsSetBack(_time);
        var circuits = new AccountCircuits(1, Duration, clock);
        circuits.Open(Account);

        clock.Offset = TimeSpan.FromSeconds(-1);

        circuits.TryEnter(Account, out _).Should().BeTrue("the clock was set back");
    }

    private sealed class ClockThatIsSetBack(TimeProvider clock) : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Offset;
    }
}
