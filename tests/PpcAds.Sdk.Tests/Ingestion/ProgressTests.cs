using FluentAssertions;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Ingestion.Runs;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

public sealed class ProgressTests
{
    private readonly SteppingTimeProvider _time = new();
    private readonly List<IngestionProgress> _told = [];

    [Fact]
    public async Task A_run_tells_how_far_it_is()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(simulator => simulator.Profiles = 2);
        ingestion.Simulator.Faults.Add(SimulatorFault.FailedReport());
        var progress = new Told(_told);

        await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAccountAsync(ingestion.Account, progress));

        CheckOrder();
        int syncs = _told[^1].Total;
        _told[^1].Done.Should().BeLessThan(syncs, "reports are under way");
        _told.Clear();
        IngestionResult result = await ingestion.Time.RunAsync(ingestion.Orchestrator.CompleteReportsAsync(null, null, progress));

        CheckOrder();
        IngestionProgress last = _told[^1];
        last.Done.Should().Be(last.Total).And.Be(result.Steps.Count);
        last.Rows.Should().Be(result.Steps.Sum(step => step.Load!.Loaded));
        last.Remaining.Should().Be(TimeSpan.Zero);
        last.Rate.Should().BeApproximately(last.Done / (result.FinishedAt - result.StartedAt).TotalSeconds, 1e-9);
    }

    [Fact]
    public void The_remaining_time_is_what_is_left_at_the_pace_so_far()
    {
        var count = new ProgressTracker(_time, stepsOfProfile: 4);
        count.See([Job(1), Job(2), Job(3)]);
        count.Begin(StepOf(Job(1)), _told.Add);
        _told[^1].Should().BeEquivalentTo(new { Done = 0, Total = 3, Rate = 0.0, Remaining = (TimeSpan?)null });

        _time.Advance(TimeSpan.FromSeconds(20));
        count.End(StepOf(Job(1) with { State = ReportJobState.Loaded }), false, _told.Add);

        _told[^1].Should().BeEquivalentTo(new { Done = 1, Total = 3, Rate = 0.05, Remaining = TimeSpan.FromSeconds(40) });
    }

    [Fact]
    public void A_job_that_is_put_off_is_not_done_and_one_that_another_process_ended_is()
    {
        var count = new ProgressTracker(_time, stepsOfProfile: 4);
        count.See([Job(1), Job(2)]);
        count.End(StepOf(Job(1) with { State = ReportJobState.Failed }), false, _told.Add);
        _told[^1].Done.Should().Be(0);

        count.ReplaceOpenJobs([Job(1)]);
        count.End(StepOf(Job(1) with { State = ReportJobState.Abandoned }), false, _told.Add);
        count.End(StepOf(Job(1) with { State = ReportJobState.Abandoned }), false, _told.Add);

        _told[^1].Done.Should().Be(2);
        _told[^1].Total.Should().Be(2);
    }

    [Fact]
    public void Steps_that_end_side_by_side_are_all_counted_and_told_in_order()
    {
        var count = new ProgressTracker(_time, stepsOfProfile: 4);
        Parallel.For(0, 1000, _ =>
        {
            var step = new IngestionProgress { AccountId = default, Step = "account" };
            count.Begin(step, _told.Add);
            count.End(step, true, _told.Add);
        });

        CheckOrder();
        _told[^1].Done.Should().Be(1000);
        _told[^1].Total.Should().Be(1000);
    }

    private static ReportJob Job(long id) => new()
    {
        JobId = id,
        AccountId = default,
        ProfileId = default,
        Dataset = "sp.campaign",
        StartDate = default,
        EndDate = default,
        Reason = default,
        CreatedAt = The.Start,
        DueAt = The.Start,
    };

    private static IngestionProgress StepOf(ReportJob job) => new() { AccountId = job.AccountId, Step = "load", Job = job };

    private void CheckOrder()
    {
        _told.Select(step => step.Done).Should().BeInAscendingOrder();
        _told.Should().OnlyContain(step => step.Done <= step.Total && (step.Remaining != null || step.Rate == 0));
    }

    private sealed class Told(List<IngestionProgress> told) : IProgress<IngestionProgress>
    {
        // Told one after another: a list needs no lock.
        public void Report(IngestionProgress value) => told.Add(value);
    }
}
