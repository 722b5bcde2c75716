using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>A host's clock that is set a day back or ahead, while Amazon's and the database's go on.</summary>
public abstract class ClockContract
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private protected abstract Task<FailureDatabase> CreateAsync();

    [SkippableFact]
    public async Task Set_back_between_runs_it_changes_nothing_and_asks_for_no_loaded_day()
    {
        await using FailureWorld world = await FailureWorld.StartAsync(await CreateAsync());
        await world.LoadAndAskAgainADayLaterAsync();
        await world.Worker.CompleteAsync();
        IReadOnlyList<string> before = await world.Database.DumpAsync();
        IReadOnlyList<PerformanceDay> days = await world.Worker.Reader.ListDaysAsync(world.Account, world.Profile, "sp.campaign");
        world.Worker.Clock.Skew = -Day;

        IReadOnlyList<PlannedReport> planned = await world.Worker.Orchestrator.PlanAsync(world.Account);
        await world.Worker.SyncAsync(world.Account);
        await world.Worker.CompleteAsync();

        planned.Should().NotContain(report => report.EndDate >= days[0].Date, "a day that is loaded is not older than it was");
        (await world.Database.DumpAsync()).Should().Contain(before, "nothing was removed or changed").And.OnlyHaveUniqueItems();
        await world.ShouldEqualTruthAsync();
    }

    [SkippableFact]
    public async Task Set_back_within_a_run_no_job_waits_for_the_day_to_come_again()
    {
        await using FailureWorld world = await FailureWorld.StartAsync(await CreateAsync());
        await world.LoadAndAskAgainADayLaterAsync();
        world.Worker.Clock.Skew = -Day;
        DateTimeOffset began = world.Time.GetUtcNow();

        IngestionResult result = await world.Worker.CompleteAsync();

        result.Succeeded.Should().BeTrue();
        (world.Time.GetUtcNow() - began).Should().BeLessThan(TimeSpan.FromHours(1));
        world.Simulator.Requests.Count("reports.create").Should().Be(6);
        await world.ShouldEqualTruthAsync();
    }

    [SkippableFact]
    public async Task Set_back_while_a_load_commits_it_doubles_nothing()
    {
        await using FailureWorld world = await FailureWorld.StartAsync(await CreateAsync());
        await world.LoadAndAskAgainADayLaterAsync();
        world.Worker.Sink.BeforeCommit = _ =>
        {
            world.Worker.Clock.Skew = -Day;
            return Task.CompletedTask;
        };

        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();
        await world.Worker.SyncAsync(world.Account);
        await world.Worker.CompleteAsync();

        await world.ShouldEqualTruthAsync();
    }

    [SkippableFact]
    public async Task Set_ahead_by_a_day_and_right_again_it_asks_for_no_report_twice_at_once_and_loses_nothing()
    {
        await using FailureWorld world = await FailureWorld.StartAsync(await CreateAsync());
        await world.LoadAndAskAgainADayLaterAsync();
        world.Worker.Clock.Skew = Day;
        await world.Worker.CompleteAsync(TimeSpan.FromMinutes(1));
        world.Worker.Clock.Skew = TimeSpan.Zero;
        DateTimeOffset began = world.Time.GetUtcNow();

        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();

        (world.Time.GetUtcNow() - began).Should().BeLessThan(TimeSpan.FromHours(1), "a job that was put off by the wrong clock is due");
        await world.ShouldEqualTruthAsync();
    }

    [SkippableFact]
    public async Task A_report_that_was_made_earlier_and_comes_later_leaves_newer_days_as_they_are()
    {
        await using FailureWorld world = await FailureWorld.StartAsync(await CreateAsync());
        (await world.Worker.SyncAsync(world.Account)).Succeeded.Should().BeTrue();
        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();
        DateOnly last = (await world.Worker.Reader.ListDaysAsync(world.Account, world.Profile, "sp.campaign"))[^1].Date;
        await world.Time.RunAsync(world.Worker.Orchestrator.RequestReportsAsync(world.Account, world.Profile, ["sp.campaign"], last.AddDays(-3), last));
        ReportJob early = await world.OpenJobAsync("sp.campaign");
        world.Time.Advance(TimeSpan.FromMinutes(10));
        ReportJob held = (await world.Worker.Jobs.ClaimAsync("held", TimeSpan.FromHours(1), world.Time.GetUtcNow()))!;
        held.JobId.Should().Be(early.JobId);

        // Amazon made it by now. A day later the newer days are asked for by another, which overtakes it.
        world.Time.Advance(TimeSpan.FromHours(20));
        await world.Time.RunAsync(world.Worker.Orchestrator.RequestReportsAsync(world.Account, world.Profile, ["sp.campaign"], last.AddDays(-1), last));
        while ((await world.Worker.Jobs.ListOpenAsync()).Count > 1)
        {
            world.Time.Advance(TimeSpan.FromMinutes(10));
            await world.Time.RunAsync(world.Worker.Orchestrator.PollReportsAsync());
        }

        await world.Database.ExpireLeasesAsync();
        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();

        IReadOnlyList<PerformanceDay> days = await world.Worker.Reader.ListDaysAsync(world.Account, world.Profile, "sp.campaign");
        days.Where(day => day.ReportId == early.ReportId).Select(day => day.Date).Should().BeEquivalentTo([last.AddDays(-3), last.AddDays(-2)]);
        await world.ShouldEqualTruthAsync();
    }
}
