using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

public sealed class ReportJobTests
{
    private static readonly DateOnly Start = new(2026, 3, 5);
    private static readonly DateOnly End = new(2026, 3, 14);

    [Fact]
    public async Task A_report_that_fails_is_asked_for_again_after_a_while()
    {
        await using Ingestion ingestion = await StartAsync();
        ingestion.Simulator.Faults.Add(SimulatorFault.FailedReport());
        await ingestion.SyncAsync();

        IngestionResult result = await ingestion.CompleteAsync();

        result.Succeeded.Should().BeTrue();
        result.Steps.Single().Job!.Attempts.Should().Be(1);
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(2);
        (await ingestion.RecordsAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_report_that_always_fails_is_given_up_with_the_reason_and_asked_for_by_the_next_sync()
    {
        await using Ingestion ingestion = await StartAsync(options => options.MaxReportAttempts = 3);
        ingestion.Simulator.Faults.Add(SimulatorFault.FailedReport(3));
        await ingestion.SyncAsync();

        IngestionResult result = await ingestion.CompleteAsync();

        StepResult step = result.Steps.Single();
        step.Outcome.Should().Be(StepOutcome.Failed);
        step.Job!.State.Should().Be(ReportJobState.Abandoned);
        step.Reason.Should().Contain("3 reports failed").And.Contain("internal error");
        await ingestion.SyncAsync();
        (await ingestion.CompleteAsync()).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task A_job_that_was_killed_while_it_asked_takes_over_the_report_that_is_under_way()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        string report = (await ingestion.JobAsync()).ReportId!;
        await ResetAsync(ingestion, job => job with { State = ReportJobState.Requesting, ReportId = null });

        await ingestion.Time.RunAsync(ingestion.Orchestrator.PollReportsAsync());

        ReportJob job = await ingestion.JobAsync();
        job.State.Should().Be(ReportJobState.Requested);
        job.ReportId.Should().Be(report);
        ingestion.Simulator.Requests.Entries.Count(entry => entry.Status == 425).Should().Be(1);
    }

    [Theory]
    [InlineData(ReportJobState.Requested)]
    [InlineData(ReportJobState.Generating)]
    [InlineData(ReportJobState.Ready)]
    [InlineData(ReportJobState.Loading)]
    public async Task A_job_that_was_killed_in_any_later_state_goes_on_from_it(ReportJobState state)
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        ingestion.Time.Advance(TimeSpan.FromMinutes(10));
        await ResetAsync(ingestion, job => job with { State = state });

        IngestionResult result = await ingestion.CompleteAsync();

        result.Steps.Single().Job!.State.Should().Be(ReportJobState.Loaded);
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(1);
        (await ingestion.RecordsAsync()).Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_job_whose_load_cannot_have_its_lock_is_put_off_and_that_is_no_failure()
    {
        LockedSink sink = null!;
        await using Ingestion ingestion = await Ingestion.StartAsync(
            configure: options => options.Datasets = ["sp.campaign"],
            services: (services, storage) =>
                services.Replace(ServiceDescriptor.Singleton<IEtlSink>(sink = new LockedSink(storage.Sink))));
        await ingestion.SyncAsync();
        ingestion.Time.Advance(TimeSpan.FromMinutes(10));
        sink.Locked = 1;

        await ingestion.Time.RunAsync(ingestion.Orchestrator.PollReportsAsync());

        ReportJob job = await ingestion.JobAsync();
        (job.Failures, job.Attempts, job.Error).Should().Be((0, 0, null));
        job.DueAt.Should().Be(ingestion.Time.GetUtcNow().AddSeconds(15));
        (await ingestion.CompleteAsync()).Steps.Single().Job!.State.Should().Be(ReportJobState.Loaded);
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(1);
    }

    [Fact]
    public async Task A_report_that_Amazon_no_longer_knows_is_asked_for_again()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        ingestion.Time.Advance(TimeSpan.FromMinutes(10));
        await ResetAsync(ingestion, job => job with { ReportId = "00000000-0000-4000-8000-000000000099" });

        IngestionResult result = await ingestion.CompleteAsync();

        result.Steps.Single().Should().Match<StepResult>(step => step.Outcome == StepOutcome.Done && step.Job!.Attempts == 1);
    }

    [Fact]
    public async Task A_report_of_other_days_under_the_same_id_is_never_loaded()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        string report = (await ingestion.JobAsync()).ReportId!;
        await ResetAsync(ingestion, job => job with { State = ReportJobState.Abandoned });
        await ingestion.Time.RunAsync(ingestion.Orchestrator.RequestReportsAsync(
            ingestion.Account, new ProfileId(ingestion.Simulator.Truth.Profiles[0].ProfileId), ["sp.campaign"], Start, Start.AddDays(1)));
        await ResetAsync(ingestion, job => job with { ReportId = report });
        ingestion.Time.Advance(TimeSpan.FromMinutes(10));

        IngestionResult result = await ingestion.CompleteAsync();

        result.Steps.Single().Job!.ReportId.Should().NotBe(report);
        (await ingestion.RecordsAsync()).Should().OnlyContain(record => record.Date <= Start.AddDays(1));
    }

    [Fact]
    public async Task A_download_that_is_cut_is_downloaded_again_and_loaded_once()
    {
        await using Ingestion ingestion = await StartAsync();
        ingestion.Simulator.Faults.Add(SimulatorFault.Truncated("reports.download", 100));
        await ingestion.SyncAsync();

        IngestionResult result = await ingestion.CompleteAsync();

        result.Steps.Single().Outcome.Should().Be(StepOutcome.Done);
        ingestion.Simulator.Requests.Count("reports.download").Should().Be(2);
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(1);
    }

    [Fact]
    public async Task Days_by_hand_are_split_and_asked_for_whatever_the_ledger_says()
    {
        await using Ingestion ingestion = await StartAsync();
        ProfileId profile = await SyncedProfileAsync(ingestion);

        await ingestion.Time.RunAsync(ingestion.Orchestrator.RequestReportsAsync(
            ingestion.Account, profile, ["sp.campaign", "sp.target"], new DateOnly(2026, 2, 1), End));

        (await ingestion.Storage.Jobs.ListOpenAsync()).Select(job => (job.Dataset, job.StartDate, job.EndDate)).Should().BeEquivalentTo(new[]
        {
            ("sp.campaign", new DateOnly(2026, 2, 12), End),
            ("sp.campaign", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 11)),
            ("sp.target", new DateOnly(2026, 2, 12), End),
            ("sp.target", new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 11)),
        });
    }

    [Fact]
    public async Task Days_by_hand_that_Amazon_does_not_have_are_refused_before_anything_is_stored()
    {
        await using Ingestion ingestion = await StartAsync();
        ProfileId profile = await SyncedProfileAsync(ingestion);
        int asked = ingestion.Simulator.Requests.Entries.Count;

        Func<Task> today = () => ingestion.Orchestrator.RequestReportsAsync(ingestion.Account, profile, [], Start, new DateOnly(2026, 3, 15));
        Func<Task> old = () => ingestion.Orchestrator.RequestReportsAsync(ingestion.Account, profile, [], new DateOnly(2025, 1, 1), End);
        Func<Task> unknown = () => ingestion.Orchestrator.RequestReportsAsync(ingestion.Account, profile, ["sp.campaigns"], Start, End);

        (await today.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("endDate");
        (await old.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("startDate");
        (await unknown.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().AllowedValues.Should().Contain("sp.campaign");
        ingestion.Simulator.Requests.Entries.Should().HaveCount(asked);
    }

    [Fact]
    public async Task Jobs_of_a_deleted_account_are_given_up()
    {
        await using Ingestion ingestion = await StartAsync();
        await ingestion.SyncAsync();
        await ingestion.Storage.Accounts.SetStatusAsync(ingestion.Account, Sdk.Accounts.AccountStatus.Closed);

        IngestionResult result = await ingestion.CompleteAsync();

        result.Steps.Single().Reason.Should().Contain("deleted");
        (await ingestion.Storage.Jobs.ListOpenAsync()).Should().BeEmpty();
    }

    private static Task<Ingestion> StartAsync(Action<IngestionOptions>? configure = null) => Ingestion.StartAsync(null, options =>
    {
        options.Datasets = ["sp.campaign"];
        configure?.Invoke(options);
    });

    private static async Task<ProfileId> SyncedProfileAsync(Ingestion ingestion)
    {
        await ingestion.SyncAsync();
        await ingestion.CompleteAsync();
        return new ProfileId(ingestion.Simulator.Truth.Profiles[0].ProfileId);
    }

    /// <summary>Puts the job into a state as a killed process would have left it.</summary>
    private static async Task ResetAsync(Ingestion ingestion, Func<ReportJob, ReportJob> change)
    {
        ReportJob job = await ingestion.JobAsync();
        ReportJob held = (await ingestion.Storage.Jobs.ClaimAsync("dead", TimeSpan.FromSeconds(1), job.DueAt))!;
        (await ingestion.Storage.Jobs.SaveAsync(change(held) with { DueAt = ingestion.Time.GetUtcNow() }, release: true)).Should().BeTrue();
    }
}
