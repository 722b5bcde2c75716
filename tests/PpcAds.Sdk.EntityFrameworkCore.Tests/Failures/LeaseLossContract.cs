using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>Two workers on one database: a job is loaded once, by whoever holds it when it commits.</summary>
public abstract class LeaseLossContract
{
    private protected abstract Task<FailureDatabase> CreateAsync();

    [SkippableFact]
    public async Task A_worker_that_was_paused_in_its_load_until_another_took_over_cannot_commit()
    {
        await using FailureWorld world = await StartAsync();
        WorkerUnderTest second = world.AddWorker();
        await world.LoadAndAskAgainADayLaterAsync();
        var paused = new TaskCompletionSource();
        var resume = new TaskCompletionSource();
        world.Worker.Sink.BeforeCommit = async scope =>
        {
            if (scope.Dataset == Datasets.SpCampaign)
            {
                paused.TrySetResult();
                await resume.Task;
            }
        };
        world.Time.Advance(TimeSpan.FromMinutes(10));
        Task<IngestionResult> first = world.Worker.Orchestrator.PollReportsAsync();
        await world.Time.RunAsync(paused.Task);

        await world.Database.ExpireLeasesAsync();
        IngestionResult taken = await world.Time.RunAsync(second.Orchestrator.CompleteReportsAsync());
        IReadOnlyList<string> committed = await world.Database.DumpAsync();
        resume.SetResult();
        IngestionResult late = await world.Time.RunAsync(first);

        world.Worker.Sink.Failures.Should().ContainSingle().Which.Should().BeOfType<LeaseLostException>();
        taken.Succeeded.Should().BeTrue();
        taken.Steps.Where(step => step.Job?.Dataset == "sp.campaign").Should().ContainSingle("the second loaded it");
        late.Steps.Should().NotContain(step => step.Job!.Dataset == "sp.campaign", "what another worker has is no result of the first");
        (await world.Database.DumpAsync()).Should().Equal(committed, "the late commit changed nothing");
        (await world.Worker.Jobs.ListOpenAsync()).Should().BeEmpty();
        await world.ShouldEqualTruthAsync();
    }

    [SkippableFact]
    public async Task A_worker_that_comes_back_before_the_other_has_committed_cannot_commit_either()
    {
        await using FailureWorld world = await StartAsync();
        WorkerUnderTest second = world.AddWorker();
        await world.LoadAndAskAgainADayLaterAsync();
        world.Worker.Sink.BeforeCommit = async scope =>
        {
            if (scope.Dataset == Datasets.SpCampaign)
            {
                await world.Database.ExpireLeasesAsync();
                (await second.Jobs.ClaimAsync("second", TimeSpan.FromHours(1), world.Time.GetUtcNow(), new ReportJobFilter { Dataset = "sp.campaign" })).Should().NotBeNull();
            }
        };
        world.Time.Advance(TimeSpan.FromMinutes(10));

        IngestionResult result = await world.Time.RunAsync(world.Worker.Orchestrator.PollReportsAsync());

        world.Worker.Sink.Failures.Should().ContainSingle().Which.Should().BeOfType<LeaseLostException>();
        result.Steps.Should().NotContain(step => step.Job!.Dataset == "sp.campaign");
        (await world.OpenJobAsync("sp.campaign")).Should().BeEquivalentTo(new { State = ReportJobState.Loading, Error = (string?)null, Failures = 0 });
        await world.Database.ExpireLeasesAsync();
        (await world.Time.RunAsync(second.Orchestrator.CompleteReportsAsync())).Succeeded.Should().BeTrue();
        await world.ShouldEqualTruthAsync();
    }

    /// <summary>One job at a time: another loop of the same worker would take a job whose lease ran out as well as the second does.</summary>
    private protected async Task<FailureWorld> StartAsync() =>
        await FailureWorld.StartAsync(await CreateAsync(), configure: options => options.MaxConcurrentReports = 1);
}
