using FluentAssertions;
using PpcAds.Sdk.Ingestion;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>A host that stops in order.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_report_that_is_being_asked_for_is_noted_though_the_host_stops_and_is_not_asked_for_again()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync();
        using var stop = new CancellationTokenSource();
        var progress = new Told(step =>
        {
            if (step.Step == "request")
            {
                stop.Cancel();
            }
        });

        // Whether anything was left that the stop could break off is a matter of luck.
        Exception? broken = await Record.ExceptionAsync(
            () => ingestion.Time.RunAsync(ingestion.Orchestrator.SyncAccountAsync(ingestion.Account, progress, stop.Token)));
        (broken is null or OperationCanceledException).Should().BeTrue();

        IReadOnlyList<ReportJob> jobs = await ingestion.Storage.Jobs.ListOpenAsync();
        int asked = ingestion.Simulator.Requests.Count("reports.create");
        asked.Should().BePositive();
        jobs.Count(job => job is { State: ReportJobState.Requested, ReportId: not null }).Should().Be(asked);
        jobs.Should().NotContain(job => job.State == ReportJobState.Requesting, "nobody could tell whether Amazon makes it");

        // Long enough for them to be made: a second request would not be told as a duplicate.
        ingestion.StartProcess();
        ingestion.Time.Advance(TimeSpan.FromHours(1));
        await ingestion.CompleteAsync();
        ingestion.Simulator.Requests.Count("reports.create").Should().Be(jobs.Count);
    }

    private sealed class Told(Action<IngestionProgress> tell) : IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value) => tell(value);
    }
}
