using System.Net;
using FluentAssertions;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Storage;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Which failures count for the circuit of an account, and which end the count.</summary>
public sealed class RunFailureTests
{
    private static readonly AccountId Account = new(1);
    private static readonly ProfileId Profile = new(2);
    private static readonly AmazonAdsException Fault = new("x", Fact(500, isTransient: true));

    private readonly SteppingTimeProvider _time = new();
    private readonly AccountCircuits _circuits;
    private readonly RunFailures _failures;

    public RunFailureTests()
    {
        _circuits = new AccountCircuits(2, TimeSpan.FromMinutes(5), _time);
        _failures = new RunFailures(_circuits, new StorageErrors(new StorageFaults()), _time);
    }

    public static TheoryData<string, Exception> Faults() => new()
    {
        { "server fault", Fault },
        { "no answer", new AmazonAdsException("x", Fact(null, isTransient: true)) },
        { "token service down", new AmazonAdsAuthenticationException("x", Fact(503, isTransient: true)) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Faults_in_a_row_stop_the_account_while_its_circuit_is_open(string rule, Exception fault)
    {
        _failures.Judge(fault, Account, Profile);
        _failures.StopOf(Account).Should().BeNull("one fault is not enough");

        _failures.Judge(fault, Account, Profile);

        _failures.StopOf(Account)!.Rule.Name.Should().Be(rule);
        _circuits.TryEnter(Account, out _).Should().BeFalse();
        _time.Advance(TimeSpan.FromMinutes(5));
        _failures.StopOf(Account).Should().BeNull();
    }

    [Fact]
    public void An_answer_between_two_faults_begins_the_count_again()
    {
        _failures.Judge(Fault, Account, Profile);
        _failures.Answered(Account, null);
        _failures.Judge(Fault, Account, Profile);

        _circuits.TryEnter(Account, out _).Should().BeTrue();
    }

    [Fact]
    public void A_failure_of_our_own_between_two_faults_does_not_begin_the_count_again()
    {
        _failures.Judge(Fault, Account, Profile);
        _failures.Judge(new IOException("The disk is full."), Account, Profile);
        _failures.Judge(Fault, Account, Profile);

        _circuits.TryEnter(Account, out _).Should().BeFalse("Amazon answered nothing in between");
    }

    [Fact]
    public void A_refused_token_leaves_the_circuit_open() =>
        LeavesOpen(new AmazonAdsAuthenticationException("x", Fact(400) with { ErrorCode = "invalid_request" }));

    [Fact]
    public void A_refused_account_leaves_the_circuit_open() =>
        LeavesOpen(new AmazonAdsAccessDeniedException("x", Fact(401)));

    [Fact]
    public void A_missing_consent_between_two_faults_does_not_begin_the_count_again()
    {
        _failures.Judge(Fault, Account, Profile);
        _failures.Judge(new AmazonAdsAuthenticationException("x", Fact(400) with { ErrorCode = "invalid_grant" }), Account, null);
        _failures.Judge(Fault, Account, Profile);

        _circuits.TryEnter(Account, out _).Should().BeFalse();
    }

    [Fact]
    public void What_stops_an_account_comes_before_what_stops_its_profile()
    {
        _failures.Judge(new AmazonAdsAccessDeniedException("x", Fact(403) with { ProfileId = Profile }), Account, Profile);
        _failures.Judge(new AmazonAdsAccessDeniedException("x", Fact(401)), Account, null);

        _failures.StopOf(Account, Profile)!.Rule.Name.Should().Be("account refused");
    }

    [Fact]
    public void A_reason_is_the_rows_sentence_followed_by_what_happened()
    {
        var errors = new StorageErrors(new StorageFaults());
        var failure = new AmazonAdsNotFoundException("Not there.", Fact(404));

        FailurePolicy.Decide(failure, default, errors).Reason.Should()
            .Be($"Amazon does not have this operation any more; look for a newer release. {errors.Describe(failure)}");
        FailurePolicy.Decide(Fault, default, errors).Reason.Should().Be(errors.Describe(Fault));
    }

    [Fact]
    public void Only_what_is_skipped_by_rule_or_with_its_product_is_no_failure() =>
        FailurePolicy.Rules.Where(rule => new FailureDecision(rule, "x").Outcome == StepOutcome.Skipped)
            .Select(rule => rule.Name).Should().Equal("view only", "product not open", "agency");

    private void LeavesOpen(Exception failure)
    {
        _failures.Judge(failure, Account, null);

        _circuits.TryEnter(Account, out _).Should().BeFalse();
    }

    private static AmazonAdsFailure Fact(int? status, bool isTransient = false) => new()
    {
        StatusCode = (HttpStatusCode?)status,
        IsTransient = isTransient,
        Operation = "sp.campaigns.list",
    };
}
