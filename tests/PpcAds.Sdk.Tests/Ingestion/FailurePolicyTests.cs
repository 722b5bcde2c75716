using System.Net;
using FluentAssertions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Storage;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Which row of the table an answer falls under, and what a run makes of several of them.</summary>
public sealed class FailurePolicyTests
{
    private static readonly AccountId Account = new(1);
    private static readonly ProfileId Profile = new(2);
    private static readonly FailureContext Report = new() { IsReport = true };
    private static readonly FailureContext ViewOnly = new() { IsViewOnly = true };
    private static readonly FailureContext Answered = new() { HasAnswered = true };
    private static readonly FailureContext FailedOnce = new() { IsReport = true, EarlierFailures = 1 };
    private static readonly FailureContext FailedTwice = new() { IsReport = true, EarlierFailures = 2 };
    private static readonly FailureContext ReportOfAnswered = new() { IsReport = true, HasAnswered = true };
    private static readonly FailureContext Ended = new() { ConsentEndedAt = new DateTimeOffset(2027, 8, 1, 0, 0, 0, TimeSpan.Zero) };
    private static readonly FailureContext OfBrands = new() { HasAnswered = true, AdProduct = AdProducts.SponsoredBrands };

    private readonly SteppingTimeProvider _time = new();

    public static TheoryData<string, Exception, string> Cases()
    {
        TheoryData<string, Exception, string> cases = [];
        Add("consent ended", Lwa(400, "invalid_grant"), nameof(Ended));
        Add("grant revoked", Lwa(400, "invalid_grant"));
        Add("client not allowed", Lwa(400, "unauthorized_client"));
        Add("wrong client", Lwa(401, "invalid_client"), nameof(Ended));
        Add("token service down", Lwa(503, "invalid_grant", isTransient: true));
        Add("token refused", Lwa(400, "invalid_request"));
        Add("report failed", new AmazonAdsReportFailedException("x"), nameof(Report));
        Add("duplicate", new AmazonAdsDuplicateReportException("x", Fact(425, Profile, isTransient: true)), nameof(Report));
        Add("throttled", new AmazonAdsThrottledException("x", Fact(429, Profile, isTransient: true)));
        Add("server fault", new AmazonAdsException("x", Fact(502, Profile, isTransient: true)));
        Add("no answer", new AmazonAdsException("x", Fact(null, Profile, isTransient: true)));
        Add("file refused", new AmazonAdsException("x", Fact(403, Profile, operation: "reports.download")), nameof(FailedOnce));
        Add("report unreadable", new AmazonAdsException("x", Fact(403, Profile, operation: "reports.download")), nameof(FailedTwice));
        Add("unreadable", new AmazonAdsUnexpectedResponseException("x", Fact(200, Profile)), nameof(FailedOnce));
        Add("report unreadable", new AmazonAdsUnexpectedResponseException("x", Fact(200, Profile)), nameof(FailedTwice));
        Add("account refused", new AmazonAdsAccessDeniedException("x", Fact(401, null)));
        Add("view only", new AmazonAdsAccessDeniedException("x", Fact(403, Profile)), nameof(ViewOnly));
        Add("profile without access", new AmazonAdsAccessDeniedException("x", Fact(401, Profile)), nameof(ViewOnly));
        Add("profile without access", new AmazonAdsAccessDeniedException("x", Fact(403, Profile)));
        Add("profile without access", new AmazonAdsAccessDeniedException("x", Fact(401, Profile)), nameof(Report));
        Add("product not open", new AmazonAdsAccessDeniedException("x", Fact(403, Profile)), nameof(OfBrands));
        Add("report refused", new AmazonAdsAccessDeniedException("x", Fact(403, Profile)), nameof(Report));
        Add("report refused", new AmazonAdsAccessDeniedException("x", Fact(401, Profile)), nameof(ReportOfAnswered));
        Add("operation without access", new AmazonAdsAccessDeniedException("x", Fact(401, Profile)), nameof(Answered));
        Add("operation without access", new AmazonAdsAccessDeniedException("x", Fact(403, null)));
        Add("agency", new AmazonAdsValidationException("x", Fact(400, Profile, details: "Agency profiles are not supported."), []));
        Add("not valid", new AmazonAdsValidationException("x", Fact(422, Profile), []));
        Add("not valid", new PpcAdsValidationException("x", []));
        Add("report not found", new AmazonAdsNotFoundException("x", Fact(404, Profile)), nameof(Report));
        Add("report gone", new AmazonAdsNotFoundException("x", Fact(404, Profile)), nameof(FailedOnce));
        Add("operation gone", new AmazonAdsNotFoundException("x", Fact(404, Profile)));
        Add("unreadable", new AmazonAdsUnexpectedResponseException("x", Fact(200, Profile)));
        Add("refused", new AmazonAdsException("x", Fact(415, Profile)));
        Add("our side", new IOException("The disk is full."));
        return cases;

        void Add(string rule, Exception failure, string context = "") => cases.Add(rule, failure, context);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_answer_falls_under_its_row(string rule, Exception failure, string context) =>
        FailurePolicy.Decide(failure, ContextOf(context), new StorageErrors(new StorageFaults())).Rule.Name.Should().Be(rule);

    [Fact]
    public void Every_row_has_an_answer_that_falls_under_it() =>
        Cases().Select(data => (string)data[0]).Should().Contain(FailurePolicy.Rules.Select(rule => rule.Name));

    [Fact]
    public void A_refusal_between_two_faults_begins_the_count_anew()
    {
        (RunFailures failures, AccountCircuits circuits) = Start(opensAfter: 2);
        var fault = new AmazonAdsException("x", Fact(500, Profile, isTransient: true));

        failures.Judge(fault, Account, Profile);
        failures.Judge(new AmazonAdsValidationException("x", Fact(400, Profile), []), Account, Profile);
        failures.Judge(fault, Account, Profile);
        circuits.TryEnter(Account, out _).Should().BeTrue("Amazon answered in between");

        failures.Judge(fault, Account, Profile);
        circuits.TryEnter(Account, out _).Should().BeFalse();
    }

    [Fact]
    public void Duplicates_open_no_circuit()
    {
        (RunFailures failures, AccountCircuits circuits) = Start(opensAfter: 2);

        for (int number = 0; number < 5; number++)
        {
            failures.Judge(new AmazonAdsDuplicateReportException("x", Fact(425, Profile, isTransient: true)), Account, Profile, Report);
        }

        circuits.TryEnter(Account, out _).Should().BeTrue();
        failures.StopOf(Account).Should().BeNull();
    }

    [Fact]
    public void An_account_that_is_stopped_once_more_after_its_time_is_stopped_for_as_long_again()
    {
        (RunFailures failures, _) = Start(opensAfter: 5);
        var refused = new AmazonAdsAccessDeniedException("x", Fact(401, null));
        failures.Judge(refused, Account, null);
        _time.Advance(TimeSpan.FromMinutes(6));

        failures.Judge(refused, Account, null);

        failures.StopOf(Account).Should().NotBeNull();
    }

    [Fact]
    public void A_missing_consent_is_not_forgotten_over_a_smaller_failure()
    {
        (RunFailures failures, _) = Start(opensAfter: 1);
        failures.Judge(Lwa(400, "invalid_grant"), Account, null);

        failures.Judge(new AmazonAdsException("x", Fact(500, Profile, isTransient: true)), Account, Profile);
        _time.Advance(TimeSpan.FromHours(1));

        failures.NeedsConsent(Account).Should().BeTrue();
    }

    [Fact]
    public void A_stop_of_an_account_ends_with_its_time_and_not_a_tick_earlier()
    {
        (RunFailures failures, _) = Start(opensAfter: 5);
        failures.Judge(new AmazonAdsAccessDeniedException("x", Fact(401, null)), Account, null);

        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        failures.StopOf(Account)!.Rule.Name.Should().Be("account refused");
        failures.StopOf(Account, Profile).Should().NotBeNull("a profile is stopped with its account");
        failures.NeedsConsent(Account).Should().BeFalse();

        _time.Advance(TimeSpan.FromTicks(1));
        failures.StopOf(Account).Should().BeNull();
    }

    [Fact]
    public void A_profile_without_access_is_stopped_and_its_neighbours_are_not()
    {
        (RunFailures failures, AccountCircuits circuits) = Start(opensAfter: 1);

        failures.Judge(new AmazonAdsAccessDeniedException("x", Fact(403, Profile)), Account, Profile);

        failures.StopOf(Account, Profile)!.Rule.Name.Should().Be("profile without access");
        failures.StopOf(Account, new ProfileId(3)).Should().BeNull();
        failures.StopOf(Account).Should().BeNull();
        circuits.TryEnter(Account, out _).Should().BeTrue();
    }

    [Fact]
    public void A_product_that_is_not_open_is_skipped_for_its_profile_alone()
    {
        (RunFailures failures, _) = Start(opensAfter: 1);
        failures.Answered(Account, Profile);

        failures.Judge(new AmazonAdsAccessDeniedException("x", Fact(403, Profile)), Account, Profile, OfBrands);

        failures.SkipOf(Account, Profile, AdProducts.SponsoredBrands)!.Rule.Name.Should().Be("product not open");
        failures.SkipOf(Account, Profile, AdProducts.SponsoredDisplay).Should().BeNull();
        failures.SkipOf(Account, new ProfileId(3), AdProducts.SponsoredBrands).Should().BeNull();
        failures.StopOf(Account, Profile).Should().BeNull();
    }

    [Fact]
    public void An_answer_for_one_profile_is_none_for_another()
    {
        (RunFailures failures, _) = Start(opensAfter: 5);
        failures.Answered(Account, new ProfileId(3));
        failures.Answered(Account, null);

        failures.Judge(new AmazonAdsAccessDeniedException("x", Fact(403, Profile)), Account, Profile).Action
            .Should().Be(FailureAction.StopProfile);
    }

    [Fact]
    public void A_grant_is_revoked_before_the_end_of_its_consent_and_ended_at_it()
    {
        (RunFailures failures, _) = Start(opensAfter: 5);
        DateTimeOffset consented = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);
        failures.Know(new Account
        {
            AccountId = Account,
            Name = "Shoes",
            Status = AccountStatus.Active,
            ConsentedAt = consented,
            CreatedAt = consented,
            ChangedAt = consented,
        });

        _time.Advance(consented.AddDays(365).AddTicks(-1) - _time.GetUtcNow());
        failures.Judge(Lwa(400, "invalid_grant"), Account, null).Rule.Name.Should().Be("grant revoked");

        _time.Advance(TimeSpan.FromTicks(1));
        FailureDecision ended = failures.Judge(Lwa(400, "invalid_grant"), Account, null);
        ended.Rule.Name.Should().Be("consent ended");
        ended.Reason.Should().Contain("It ended on 2027-08-01.");
    }

    [Fact]
    public void A_consent_that_is_noted_stops_the_account_no_longer()
    {
        (RunFailures failures, AccountCircuits circuits) = Start(opensAfter: 1);
        failures.Judge(Lwa(400, "invalid_grant"), Account, null);
        circuits.TryEnter(Account, out _).Should().BeTrue("the status of the account stops it, not the circuit");

        failures.ConsentNoted(Account);

        failures.NeedsConsent(Account).Should().BeFalse();
        failures.StopOf(Account).Should().BeNull();
    }

    private (RunFailures Failures, AccountCircuits Circuits) Start(int opensAfter)
    {
        var circuits = new AccountCircuits(opensAfter, TimeSpan.FromMinutes(5), _time);
        return (new RunFailures(circuits, new StorageErrors(new StorageFaults()), _time), circuits);
    }

    private static FailureContext ContextOf(string name) => name switch
    {
        nameof(Report) => Report,
        nameof(ViewOnly) => ViewOnly,
        nameof(Answered) => Answered,
        nameof(FailedOnce) => FailedOnce,
        nameof(FailedTwice) => FailedTwice,
        nameof(ReportOfAnswered) => ReportOfAnswered,
        nameof(Ended) => Ended,
        nameof(OfBrands) => OfBrands,
        _ => default,
    };

    private static AmazonAdsAuthenticationException Lwa(int status, string code, bool isTransient = false) =>
        new("x", Fact(status, null, isTransient) with { ErrorCode = code });

    private static AmazonAdsFailure Fact(
        int? status, ProfileId? profileId, bool isTransient = false, string operation = "sp.campaigns.list", string? details = null) => new()
        {
            StatusCode = (HttpStatusCode?)status,
            ProfileId = profileId,
            IsTransient = isTransient,
            Operation = operation,
            Details = details,
        };
}
