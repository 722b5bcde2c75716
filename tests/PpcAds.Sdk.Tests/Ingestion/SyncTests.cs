using FluentAssertions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

public sealed class SyncTests
{
    [Fact]
    public async Task A_sync_loads_entities_and_asks_for_reports_without_waiting_for_them()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();

        IngestionResult result = await ingestion.SyncAsync();

        result.Succeeded.Should().BeTrue();
        result.Steps.Select(step => step.Step).Should().Contain(["profiles NorthAmerica", "sp.campaigns", "sp.ad_groups", "sp.keywords", "plan"]);
        (await ingestion.Storage.Reader.ListCampaignsAsync(new EntityQuery(ingestion.Account))).Items.Should().HaveCount(3);
        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().HaveCount(3).And.OnlyContain(job => job.State == ReportJobState.Requested && job.ReportId != null);
        (await ingestion.RecordsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Reports_are_loaded_once_Amazon_made_them_and_equal_the_truth()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.SyncAsync();

        IngestionResult result = await ingestion.CompleteAsync();

        result.Succeeded.Should().BeTrue();
        SimulatorProfileInfo profile = ingestion.Simulator.Truth.Profiles[0];
        foreach (Dataset dataset in (Dataset[])[Datasets.SpCampaign, Datasets.SpAdGroup, Datasets.SpTarget])
        {
            SimulatorTotals truth = ingestion.Simulator.Truth.GetTotals(
                profile.ProfileId, dataset.ReportType.Id, dataset.GroupBy, new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 14));
            IReadOnlyList<PerformanceRecord> records = await ingestion.RecordsAsync(dataset);
            records.Should().HaveCount(truth.Rows);
            records.Sum(record => record.Metrics[PerformanceMetric.Cost]).Should().Be(truth.Cost);
            records.Sum(record => record.Metrics[PerformanceMetric.Sales]).Should().Be(truth.Sales7d);
            records.Sum(record => record.Metrics[PerformanceMetric.Units30d]).Should().Be(truth.UnitsSold30d);
        }

        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_over_three_hours_is_asked_for_once()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => simulator.ReportGenerationTime = TimeSpan.FromHours(3));
        await ingestion.SyncAsync();

        await ingestion.CompleteAsync();

        ingestion.Simulator.Requests.Count("reports.create").Should().Be(3);
        ingestion.Simulator.Requests.Count("reports.get").Should().BeLessThan(3 * 110, "polls grow rarer with age");
        (await ingestion.RecordsAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_new_process_goes_on_where_the_old_one_was_killed()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => simulator.ReportGenerationTime = TimeSpan.FromHours(1));
        await ingestion.SyncAsync();
        await ingestion.Time.RunAsync(ingestion.Orchestrator.PollReportsAsync());

        ingestion.StartProcess();
        IngestionResult result = await ingestion.CompleteAsync();

        result.Succeeded.Should().BeTrue();
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(3);
        (await ingestion.RecordsAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task What_is_loaded_is_not_asked_for_again_until_it_may_have_been_restated()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.SyncAsync();
        await ingestion.CompleteAsync();

        IngestionResult again = await ingestion.SyncAsync();
        again.Steps.Single(step => step.Step == "plan").Reason.Should().Be("Nothing is due.");
        ingestion.Time.Advance(TimeSpan.FromDays(1));

        IReadOnlyList<PlannedReport> planned = await ingestion.Orchestrator.PlanAsync(ingestion.Account);
        planned.Should().HaveCount(3).And.OnlyContain(report =>
            report.StartDate == new DateOnly(2026, 3, 11) && report.EndDate == new DateOnly(2026, 3, 15) && report.Reason == PlanReason.Missing);
        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().BeEmpty("a plan is a dry run");
    }

    [Fact]
    public async Task One_profile_that_is_refused_does_not_keep_the_others_from_loading()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => simulator.Profiles = 2);
        long refused = ingestion.Simulator.Truth.Profiles[0].ProfileId;
        ingestion.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Status, Status = 403, ProfileId = refused, Times = int.MaxValue });

        List<StepResult> steps = [.. (await ingestion.SyncAsync()).Steps, .. (await ingestion.CompleteAsync()).Steps];

        steps.Where(step => step.Outcome == StepOutcome.Failed).Should().ContainSingle().Which.ProfileId.Should().Be(new ProfileId(refused));
        ingestion.Simulator.Requests.Entries.Count(entry => entry.ProfileId == refused).Should().Be(2, "a refusal that does not say why is asked once more");
        (await ingestion.RecordsAsync()).Select(record => record.ProfileId.Value).Distinct().Should().Equal(ingestion.Simulator.Truth.Profiles[1].ProfileId);
        (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account)).Should().Contain(issue => issue.Step == "sp.campaigns" && issue.Reason == "failed");
    }

    [Fact]
    public async Task Agency_profiles_and_what_a_viewer_may_not_list_are_skipped_by_rule()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => (simulator.AgencyProfiles, simulator.ViewOnlyProfiles) = (1, 1));

        IngestionResult result = await ingestion.SyncAsync();

        result.Succeeded.Should().BeTrue();
        result.Steps.Where(step => step.Outcome == StepOutcome.Skipped).Select(step => step.Step).Should().BeEquivalentTo("profile", "sp.keywords");
        result.Steps.Where(step => step.Outcome == StepOutcome.Skipped).Should().OnlyContain(step => step.Reason!.Length > 20);
    }

    [Fact]
    public async Task A_region_that_cannot_be_asked_does_not_stop_the_others()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => simulator.Profiles = 3);
        ingestion.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 403, 2));

        IngestionResult result = await ingestion.SyncAsync();

        result.Steps.Where(step => step.Outcome == StepOutcome.Failed).Select(step => step.Step).Should().Equal("profiles NorthAmerica");
        (await ingestion.Storage.Reader.ListProfilesAsync(new EntityQuery(ingestion.Account))).Items.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_revoked_grant_needs_consent_and_is_not_tried_again()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        ingestion.Simulator.Faults.Add(SimulatorFault.WithBody(
            "lwa.token", 400, """{"error":"invalid_grant","error_description":"The request has an invalid grant parameter"}""") with
        { Times = 5 });

        (await ingestion.SyncAsync()).Succeeded.Should().BeFalse();
        IngestionResult again = await ingestion.SyncAsync();

        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.Status.Should().Be(AccountStatus.NeedsConsent);
        again.Steps.Single().Should().Match<StepResult>(step => step.Outcome == StepOutcome.Skipped && step.Reason!.Contains("consent"));
    }

    [Fact]
    public async Task An_unknown_time_zone_is_told_and_never_taken_for_UTC()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        await ingestion.SyncAsync();
        await ingestion.CompleteAsync();
        ProfileRecord profile = (await ingestion.Storage.Reader.ListProfilesAsync(new EntityQuery(ingestion.Account))).Items.Single().Entity;
        await ingestion.Storage.Sink.LoadEntitiesAsync(new EntityScope(ingestion.Account), Single(profile with { TimeZone = "Mars/Olympus_Mons" }));
        ingestion.Time.Advance(TimeSpan.FromDays(1));

        IngestionResult result = await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncProfileAsync(ingestion.Account, profile.ProfileId));

        result.Steps.Single(step => step.Outcome == StepOutcome.Failed).Should().Match<StepResult>(
            step => step.Step == "plan" && step.Reason!.Contains("Mars/Olympus_Mons"));
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(3);
    }

    [Fact]
    public async Task Unknown_accounts_and_profiles_are_told_by_name()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();

        Func<Task> account = () => ingestion.Orchestrator.SyncAccountAsync(new AccountId(99));
        Func<Task> profile = () => ingestion.Orchestrator.SyncProfileAsync(ingestion.Account, new ProfileId(99));

        (await account.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("accountId");
        (await profile.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("profileId");
    }

    [Fact]
    public async Task Progress_tells_every_step_when_it_begins_and_ends()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        var seen = new Seen();

        await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAccountAsync(ingestion.Account, seen));

        seen.Steps.Where(step => step.Step == "sp.campaigns").Select(step => step.Outcome).Should().Equal(null, StepOutcome.Done);
    }

    private static async IAsyncEnumerable<IReadOnlyList<ProfileRecord>> Single(ProfileRecord profile)
    {
        await Task.CompletedTask;
        yield return [profile];
    }

    private sealed class Seen : IProgress<IngestionProgress>
    {
        public List<IngestionProgress> Steps { get; } = [];

        public void Report(IngestionProgress value)
        {
            lock (Steps)
            {
                Steps.Add(value);
            }
        }
    }
}
