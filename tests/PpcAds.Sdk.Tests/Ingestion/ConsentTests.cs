using FluentAssertions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Tests.Diagnostics;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Consents that end after 365 days, as all do since 2026-07-30.</summary>
public sealed class ConsentTests
{
    private static readonly DateTimeOffset Consented = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2027, 8, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_issue_warns_from_60_days_before_the_end_and_another_from_14_days_but_none_at_61()
    {
        await using Ingestion ingestion = await StartAsync();

        (await WarningAtAsync(ingestion, End.AddDays(-61))).Should().BeNull();
        (await WarningAtAsync(ingestion, End.AddDays(-60)))!.Details.Should().Contain("2027-08-01").And.Contain("60 days").And.Contain("connect the account again");
        (await WarningAtAsync(ingestion, End.AddDays(-15)))!.Details.Should().Contain("60 days");
        (await WarningAtAsync(ingestion, End.AddDays(-14)))!.Details.Should().Contain("2027-08-01").And.Contain("14 days");
    }

    [Fact]
    public async Task The_warnings_of_one_day_are_one_issue_that_counts_them()
    {
        await using Ingestion ingestion = await StartAsync();
        (await WarningAtAsync(ingestion, End.AddDays(-10)))!.Count.Should().Be(1);

        (await WarningAtAsync(ingestion, End.AddDays(-10).AddHours(3)))!.Count.Should().Be(2);

        (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account)).Where(issue => issue.Reason == "consent ends").Should().ContainSingle();
    }

    [Fact]
    public async Task A_consent_without_a_known_end_is_warned_of_by_nothing()
    {
        await using Ingestion ingestion = await StartAsync();
        using var capture = new TelemetryCapture(ingestion.Meters);
        await ingestion.Storage.Accounts.SetConsentAsync(ingestion.Account, null);
        (await WarningAtAsync(ingestion, End.AddDays(-1))).Should().BeNull("the day is not known");
        await ingestion.Storage.Accounts.SetConsentAsync(ingestion.Account, new DateTimeOffset(2026, 7, 29, 23, 0, 0, TimeSpan.Zero));

        (await WarningAtAsync(ingestion, End.AddHours(-2))).Should().BeNull("grants older than 2026-07-30 have no end");

        await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAllAccountsAsync());
        capture.Observe();
        capture.Of(PpcAdsTelemetry.ConsentRemainingMetric).Should().BeEmpty();
    }

    [Fact]
    public async Task A_consent_that_ended_is_told_apart_from_a_revoked_one_and_the_account_is_left_alone_with_the_day_of_the_end()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        IReadOnlyList<ReportJob> open = await ingestion.Storage.Jobs.ListOpenAsync();
        AdvanceTo(ingestion, End.AddHours(1));
        ingestion.Simulator.Requests.Clear();

        IngestionResult refused = await ingestion.SyncAsync();
        IngestionResult again = await ingestion.SyncAsync();

        ReasonOf(refused, StepOutcome.Failed).Should().StartWith("The advertiser's consent has ended")
            .And.Contain("It ended on 2027-08-01.").And.NotContain("grant was revoked");
        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.Status.Should().Be(AccountStatus.NeedsConsent);
        ReasonOf(again, StepOutcome.Skipped).Should().StartWith("The advertiser's consent ended on 2027-08-01; connect the account again.");
        ingestion.Simulator.Requests.Count("lwa.token").Should().Be(1, "Amazon is not called any more");
        open.Should().NotBeEmpty();
        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Jobs_that_are_due_after_the_end_name_the_day_of_the_end()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        ReportJob job = (await ingestion.Storage.Jobs.ListOpenAsync())[0];
        AdvanceTo(ingestion, End.AddHours(1));
        await ingestion.Storage.Accounts.SetStatusAsync(ingestion.Account, AccountStatus.NeedsConsent);

        await ingestion.Time.RunAsync(ingestion.Orchestrator.PollReportsAsync());

        ReportJob given = (await ingestion.Storage.Jobs.FindAsync(job.JobId))!;
        given.Error.Should().StartWith("The advertiser's consent ended on 2027-08-01; connect the account again.");
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task A_grant_that_was_revoked_before_its_end_is_not_called_ended(int hours)
    {
        await using Ingestion ingestion = await StartAsync();
        if (hours > 0)
        {
            await ingestion.Storage.Accounts.SetConsentAsync(ingestion.Account, null);
        }

        AdvanceTo(ingestion, End.AddHours(hours));
        ingestion.Simulator.Tokens.Revoke();

        IngestionResult refused = await ingestion.SyncAsync();
        IngestionResult again = await ingestion.SyncAsync();

        ReasonOf(refused, StepOutcome.Failed).Should().StartWith("The grant was revoked").And.NotContain("ended on");
        ReasonOf(again, StepOutcome.Skipped).Should().StartWith("Amazon refused").And.NotContain("ended");
    }

    [Fact]
    public async Task Connecting_again_after_the_end_renews_the_day_and_loses_nothing()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        await ingestion.CompleteAsync();
        Stored before = await ReadAsync(ingestion);
        before.Rows.Should().NotBeEmpty();
        AdvanceTo(ingestion, End.AddHours(1));
        await ingestion.SyncAsync();
        (await ReadAsync(ingestion)).Should().BeEquivalentTo(before);

        await ConnectAgainAsync(ingestion);

        Account account = (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!;
        (account.Status, account.ConsentEndsAt).Should().Be((AccountStatus.Active, ingestion.Time.GetUtcNow().AddDays(365)));
        (await ReadAsync(ingestion)).Should().BeEquivalentTo(before);
        IngestionResult synced = await ingestion.SyncAsync();
        synced.Succeeded.Should().BeTrue();
        await ingestion.CompleteAsync();
        Stored later = await ReadAsync(ingestion);
        later.Days.Select(day => day.Date).Should().Contain(before.Days.Select(day => day.Date)).And.HaveCountGreaterThan(before.Days.Count);
        later.Rows.Should().HaveCountGreaterThan(before.Rows.Count);
        (await WarningsAsync(ingestion)).Should().BeEmpty("the new consent is good for a year");
    }

    [Fact]
    public async Task Connecting_again_before_the_end_keeps_the_open_jobs_and_ends_the_warnings()
    {
        await using Ingestion ingestion = await StartAsync();
        AdvanceTo(ingestion, End.AddDays(-5));
        await ingestion.SyncAsync();
        (await WarningsAsync(ingestion)).Should().ContainSingle();
        IReadOnlyList<ReportJob> open = await ingestion.Storage.Jobs.ListOpenAsync();

        await ConnectAgainAsync(ingestion);

        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().BeEquivalentTo(open).And.NotBeEmpty();
        (await ingestion.CompleteAsync()).Succeeded.Should().BeTrue();
        ingestion.Time.Advance(TimeSpan.FromDays(1));
        await ingestion.SyncAsync();
        (await WarningsAsync(ingestion)).Should().ContainSingle().Which.Count.Should().Be(1);
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(open.Count + (await ingestion.Storage.Jobs.ListOpenAsync()).Count);
    }

    [Fact]
    public async Task The_metric_gives_the_days_until_the_first_consent_of_an_active_account_ends()
    {
        await using Ingestion ingestion = await StartAsync();
        using var capture = new TelemetryCapture(ingestion.Meters);
        Account later = await ingestion.Storage.Accounts.AddAsync("Later");
        await ingestion.Storage.Accounts.SetConsentAsync(later.AccountId, Consented.AddDays(3));
        Account paused = await ingestion.Storage.Accounts.AddAsync("Paused");
        await ingestion.Storage.Accounts.SetConsentAsync(paused.AccountId, Consented.AddDays(-1));
        await ingestion.Storage.Accounts.SetStatusAsync(paused.AccountId, AccountStatus.Paused);
        AdvanceTo(ingestion, End.AddDays(-20));

        await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAllAccountsAsync());
        ingestion.Time.Advance(End.AddDays(-19) - ingestion.Time.GetUtcNow());
        capture.Observe();

        capture.Of(PpcAdsTelemetry.ConsentRemainingMetric).Should().ContainSingle().Which.Value.Should().BeApproximately(19, 0.001);
    }

    [Fact]
    public async Task Deleting_an_account_forgets_when_its_advertiser_consented()
    {
        await using Ingestion ingestion = await StartAsync();
        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.ConsentedAt.Should().Be(Consented);

        await new AccountManager(ingestion.Storage.Accounts, ingestion.Tokens).DeleteAsync(ingestion.Account);

        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.ConsentedAt.Should().BeNull();
    }

    /// <summary>An account whose advertiser has just consented, on 2026-08-01.</summary>
    private static async Task<Ingestion> StartAsync()
    {
        Ingestion ingestion = await Ingestion.StartAsync(
            simulator => simulator.ConsentLifetime = GrantLifetime.Length,
            options =>
            {
                options.Datasets = ["sp.campaign"];
                options.BackfillDays = 3;
                options.Restatement = [];
            });
        AdvanceTo(ingestion, Consented);
        await ConnectAgainAsync(ingestion);
        return ingestion;
    }

    private static async Task ConnectAgainAsync(Ingestion ingestion)
    {
        string token = ingestion.Simulator.Tokens.Grants[0].ConsentAnew();
        var credentials = new LwaCredentials(ingestion.Simulator.ClientId, ingestion.Simulator.ClientSecret, token);
        (await new AccountManager(ingestion.Storage.Accounts, ingestion.Tokens).ReconnectAsync(ingestion.Account, credentials, ingestion.Time.GetUtcNow()))
            .Should().BeTrue();
    }

    private static void AdvanceTo(Ingestion ingestion, DateTimeOffset instant) => ingestion.Time.Advance(instant - ingestion.Time.GetUtcNow());

    /// <summary>The warning of a sync of profiles at an instant, if there is one.</summary>
    private static async Task<SyncIssue?> WarningAtAsync(Ingestion ingestion, DateTimeOffset instant)
    {
        AdvanceTo(ingestion, instant);
        await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncProfilesAsync(ingestion.Account));
        return (await WarningsAsync(ingestion)).FirstOrDefault(issue => issue.At >= instant);
    }

    private static async Task<IReadOnlyList<SyncIssue>> WarningsAsync(Ingestion ingestion) =>
        [.. (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account)).Where(issue => issue.Reason == "consent ends")];

    private static string ReasonOf(IngestionResult result, StepOutcome outcome) =>
        result.Steps.Where(step => step.Outcome == outcome && step.ProfileId is null).Should().ContainSingle().Which.Reason!;

    private static async Task<Stored> ReadAsync(Ingestion ingestion)
    {
        ProfileId profile = new(ingestion.Simulator.Truth.Profiles[0].ProfileId);
        var query = new EntityQuery(ingestion.Account);
        return new Stored(
            (await ingestion.Storage.Reader.ListProfilesAsync(query)).Items.Count,
            (await ingestion.Storage.Reader.ListCampaignsAsync(query)).Items.Count,
            await ingestion.RecordsAsync(),
            await ingestion.Storage.Reader.ListDaysAsync(ingestion.Account, profile, Datasets.SpCampaign.Id));
    }

    private sealed record Stored(int Profiles, int Campaigns, IReadOnlyList<PerformanceRecord> Rows, IReadOnlyList<PerformanceDay> Days);
}
