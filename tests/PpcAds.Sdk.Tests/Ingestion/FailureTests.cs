using FluentAssertions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Failures;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>What failures cost, and what they mean for the rest of a run.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_revoked_grant_costs_one_call_whatever_the_number_of_regions()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => simulator.Profiles = 3);
        ingestion.Simulator.Tokens.Revoke();

        IngestionResult result = await ingestion.SyncAsync();

        ingestion.Simulator.Tokens.Grants[0].Calls.Should().Be(1);
        result.Steps.Where(step => step.Outcome == StepOutcome.Failed).Should().ContainSingle().Which.Reason.Should().Contain("consent again");
        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.Status.Should().Be(AccountStatus.NeedsConsent);
    }

    [Fact]
    public async Task A_grant_that_is_revoked_under_a_token_that_is_new_costs_two_calls_and_then_one()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => simulator.Profiles = 3);
        await ingestion.SyncAsync();
        ingestion.Simulator.Tokens.Revoke();
        ingestion.Simulator.Requests.Clear();

        IngestionResult first = await ingestion.SyncAsync();
        ingestion.Simulator.Requests.Entries.Should().HaveCount(2, "a 401 that does not say why is asked once more");
        ingestion.Time.Advance(TimeSpan.FromHours(1));
        await ingestion.SyncAsync();

        first.Steps.Where(step => step.Outcome == StepOutcome.Failed).Should().ContainSingle().Which.Reason.Should().Contain("access token");
        ingestion.Simulator.Requests.Entries.Should().HaveCount(3);
        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.Status.Should().Be(AccountStatus.NeedsConsent);
    }

    [Fact]
    public async Task A_wrong_client_secret_stops_the_account_with_a_reason_of_its_own()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.Tokens.SaveAsync(
            ingestion.Account, new LwaCredentials(ingestion.Simulator.ClientId, "a-wrong-secret", ingestion.Simulator.RefreshToken));

        IngestionResult result = await ingestion.SyncAsync();

        ingestion.Simulator.Requests.Count("lwa.token").Should().Be(1);
        result.Steps.Single(step => step.Outcome == StepOutcome.Failed).Reason.Should().Contain("client secret is wrong");
        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.Status.Should().Be(AccountStatus.NeedsConsent);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_profile_without_access_costs_one_call_and_its_open_jobs_none(int status)
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.SyncAsync();
        SimulatorGrant grant = ingestion.Simulator.Tokens.Grants[0];
        long profile = ingestion.Simulator.Truth.Profiles[0].ProfileId;
        grant.Deny(profile, status);
        int before = grant.CallsFor(profile);
        ingestion.Time.Advance(TimeSpan.FromMinutes(4));

        IngestionResult result = await ingestion.SyncAsync();

        (grant.CallsFor(profile) - before).Should().Be(1);
        result.Steps.Where(step => step.ProfileId is not null).Should().ContainSingle().Which.Should().Match<StepResult>(
            step => step.Outcome == StepOutcome.Failed && step.Reason!.Contains("no access to this profile"));
        IReadOnlyList<ReportJob> open = await ingestion.Storage.Jobs.ListOpenAsync();
        open.Should().NotBeEmpty().And.OnlyContain(job => job.Failures == 1 && job.DueAt > ingestion.Time.GetUtcNow(), "they wait, and are not given up");
        (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account)).Where(issue => issue.Reason == "report delayed").Should().HaveCount(open.Count);
        grant.Show(profile);
        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();
        (await ingestion.CompleteAsync()).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task A_profile_that_stays_without_access_has_its_jobs_given_up_after_ten_refusals()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.SyncAsync();
        SimulatorGrant grant = ingestion.Simulator.Tokens.Grants[0];
        grant.Deny(ingestion.Simulator.Truth.Profiles[0].ProfileId, 401);

        IngestionResult given = await ingestion.CompleteAsync();

        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().BeEmpty();
        given.Steps.Should().NotBeEmpty().And.OnlyContain(step => step.Outcome == StepOutcome.Failed && step.Reason!.Contains("no access to this profile"));
        List<SyncIssue> issues = [.. (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account)).Where(issue => issue.Reason == "failed")];
        foreach (ReportJob job in given.Steps.Select(step => step.Job!))
        {
            issues.Should().Contain(
                issue => issue.Step == $"report {job.Dataset}" && issue.Details.StartsWith($"{job.StartDate:yyyy-MM-dd} to {job.EndDate:yyyy-MM-dd}: "),
                "a day that is not there must be told with its dataset");
        }
    }

    [Fact]
    public async Task Days_that_a_profile_without_access_was_not_asked_for_are_named()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.SyncAsync();
        await ingestion.CompleteAsync();
        ingestion.Simulator.Tokens.Grants[0].Deny(ingestion.Simulator.Truth.Profiles[0].ProfileId, 403);
        ingestion.Time.Advance(TimeSpan.FromDays(1));

        await ingestion.SyncAsync();

        SyncIssue issue = (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account)).First(issue => issue.Reason == "not requested");
        issue.Step.Should().StartWith("report sp.");
        issue.Details.Should().Contain("2026-03-15").And.Contain("profile without access");
    }

    [Fact]
    public async Task A_list_that_Amazon_no_longer_has_is_a_failure_and_never_no_data()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.SyncAsync();
        ingestion.Simulator.Faults.Add(SimulatorFault.WithStatus("sp.adGroups.list", 404));

        IngestionResult result = await ingestion.SyncAsync();

        result.Steps.Single(step => step.Outcome == StepOutcome.Failed).Should().Match<StepResult>(
            step => step.Step == "sp.ad_groups" && step.Reason!.Contains("sp.adGroups.list") && step.Reason.Contains("newer release"));
        result.Steps.Should().Contain(step => step.Step == "sp.keywords" && step.Outcome == StepOutcome.Done);
        (await ingestion.Storage.Reader.ListAdGroupsAsync(new(ingestion.Account))).Items.Should().NotBeEmpty();
    }

    [Fact]
    public async Task An_account_whose_calls_fail_one_after_another_is_left_alone_until_one_try_is_answered()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(
            simulator => simulator.Profiles = 3, options => (options.AccountCircuitFailures, options.AccountCircuitDuration) = (2, TimeSpan.FromHours(1)));
        ingestion.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 500, int.MaxValue));

        IngestionResult opened = await ingestion.SyncAsync();
        int calls = ingestion.Simulator.Requests.Count("profiles.list");
        IngestionResult alone = await ingestion.SyncAsync();
        ingestion.Simulator.Requests.Count("profiles.list").Should().Be(calls);
        ingestion.Simulator.Faults.Clear();
        ingestion.Time.Advance(TimeSpan.FromHours(1));
        IngestionResult again = await ingestion.SyncAsync();

        opened.Steps.Count(step => step.Outcome == StepOutcome.Failed).Should().Be(2, "the third region is not asked");
        alone.Steps.Should().ContainSingle().Which.Should().Match<StepResult>(
            step => step.Outcome == StepOutcome.Skipped && step.Reason!.Contains("left alone until"));
        again.Succeeded.Should().BeTrue();
        again.Steps.Should().Contain(step => step.Step == "sp.keywords");
    }

    [Fact]
    public void The_documentation_shows_the_table_of_the_code()
    {
        IEnumerable<string> rows = FailurePolicy.Rules.Select(rule => $"| {rule.Name} | {rule.When} | `{rule.Action}` | {rule.Says} |");

        RepositoryFiles.Read("docs", "failures.md").Should().Contain(string.Join('\n', rows));
    }

    [Fact]
    public void An_open_circuit_lets_one_of_many_try_once_its_time_has_come()
    {
        var time = new SteppingTimeProvider();
        var circuits = new AccountCircuits(2, TimeSpan.FromMinutes(5), time);
        var account = new AccountId(1);
        bool[] Ask() => [.. Enumerable.Range(0, 10).Select(_ => circuits.TryEnter(account, out DateTimeOffset _))];

        circuits.Failed(account).Should().BeNull();
        circuits.Failed(account).Should().Be(The.Start.AddMinutes(5));
        Ask().Should().OnlyContain(passes => !passes);
        circuits.TryEnter(new AccountId(2), out _).Should().BeTrue("each account has its own");

        time.Advance(TimeSpan.FromMinutes(5));
        Ask().Count(passes => passes).Should().Be(1);
        circuits.Failed(account).Should().Be(The.Start.AddMinutes(10), "the try failed");

        time.Advance(TimeSpan.FromMinutes(5));
        Ask().Count(passes => passes).Should().Be(1);
        circuits.Answered(account);
        Ask().Should().OnlyContain(passes => passes);
    }

    [Fact]
    public async Task A_refresh_token_that_another_process_rotated_is_read_from_the_store_before_consent_is_asked_for()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        AmazonAdsClient client = await ingestion.Clients.CreateAsync(ingestion.Account);
        AmazonAdsSimulator amazon = ingestion.Simulator;
        string rotated = amazon.Tokens.Grants[0].ConsentAnew();
        await ingestion.Tokens.SaveAsync(ingestion.Account, new LwaCredentials(amazon.ClientId, amazon.ClientSecret, rotated));

        (await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica)).Should().HaveCount(1);

        amazon.Requests.Count("lwa.token").Should().Be(2);
        (await ingestion.Clients.CreateAsync(ingestion.Account)).Should().BeSameAs(client);
    }

    [Fact]
    public async Task A_refused_grant_is_not_asked_about_again_by_those_who_come_right_after()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        AmazonAdsClient client = await ingestion.Clients.CreateAsync(ingestion.Account);
        ingestion.Simulator.Tokens.Revoke();
        Func<Task> call = () => client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica);

        for (int number = 0; number < 10; number++)
        {
            (await call.Should().ThrowAsync<AmazonAdsAuthenticationException>()).Which.NeedsConsent.Should().BeTrue();
        }

        ingestion.Simulator.Requests.Count("lwa.token").Should().Be(1);
        ingestion.Time.Advance(TimeSpan.FromMinutes(1));
        await call.Should().ThrowAsync<AmazonAdsAuthenticationException>();
        ingestion.Simulator.Requests.Count("lwa.token").Should().Be(2);
    }
}
