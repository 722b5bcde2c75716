using FluentAssertions;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>A report type that Amazon does not make for a profile.</summary>
public sealed class RefusedDatasetTests
{
    private const string Refusal = """{"code":"400","detail":"configuration reportTypeId: this report type is not available to vendors"}""";

    [Fact]
    public async Task After_three_refusals_a_dataset_rests_and_then_is_asked_for_once_a_day()
    {
        await using Ingestion ingestion = await StartAsync();
        Refuse(ingestion);
        var creations = new List<int>();
        var resting = new List<int>();

        // A sync an hour, for three days.
        for (int hour = 0; hour < 72; hour++)
        {
            ingestion.Simulator.Requests.Clear();
            IngestionResult result = await ingestion.SyncAsync();
            creations.Add(ingestion.Simulator.Requests.Count("reports.create"));
            resting.Add(result.Steps.Count(step => step.Outcome == StepOutcome.Skipped && step.Reason!.Contains("rests until") && step.Reason.Contains("not available to vendors")));
            ingestion.Time.Advance(TimeSpan.FromHours(1));
        }

        creations.Take(3).Should().OnlyContain(count => count > 1, "it is tried three times with all that is due");
        creations.Skip(3).Where(count => count > 0).Should().Equal([1, 1], "once a day the newest days show whether that has changed");
        resting.Skip(3).Count(count => count == 1).Should().Be(67);
        (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account)).Count(issue => issue.Reason == "skipped" && issue.Step == "report sp.campaign").Should()
            .BeLessThanOrEqualTo(6, "the same issue within a day is counted up");
    }

    [Fact]
    public async Task Once_Amazon_makes_the_report_all_days_are_asked_for_again()
    {
        await using Ingestion ingestion = await StartAsync();
        Refuse(ingestion);
        for (int sync = 0; sync < 4; sync++)
        {
            await ingestion.SyncAsync();
            ingestion.Time.Advance(TimeSpan.FromHours(1));
        }

        ingestion.Simulator.Faults.Clear();
        ingestion.Time.Advance(TimeSpan.FromDays(1));
        await ingestion.SyncAsync();
        await ingestion.CompleteAsync();
        int first = (await ingestion.RecordsAsync()).Select(record => record.Date).Distinct().Count();
        await ingestion.SyncAsync();
        await ingestion.CompleteAsync();

        first.Should().BeLessThanOrEqualTo(31, "one report tries");
        (await ingestion.RecordsAsync()).Select(record => record.Date).Distinct().Should().HaveCount(60);
        (await ingestion.Storage.Jobs.ListRefusalsAsync(ingestion.Account, Profile(ingestion))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_request_by_hand_ignores_the_rest()
    {
        await using Ingestion ingestion = await StartAsync();
        Refuse(ingestion);
        for (int sync = 0; sync < 4; sync++)
        {
            await ingestion.SyncAsync();
            ingestion.Time.Advance(TimeSpan.FromHours(1));
        }

        ingestion.Simulator.Faults.Clear();
        DateOnly day = new(2026, 3, 10);
        await ingestion.Time.RunAsync(ingestion.Orchestrator.RequestReportsAsync(ingestion.Account, Profile(ingestion), ["sp.campaign"], day, day));
        await ingestion.CompleteAsync();

        (await ingestion.RecordsAsync()).Should().NotBeEmpty().And.OnlyContain(record => record.Date == day);
    }

    private static Task<Ingestion> StartAsync() => Ingestion.StartAsync(null, options =>
    {
        options.Datasets = ["sp.campaign"];
        options.BackfillDays = 60;
    });

    private static void Refuse(Ingestion ingestion) =>
        ingestion.Simulator.Faults.Add(SimulatorFault.WithBody("reports.create", 400, Refusal) with { Times = int.MaxValue });

    private static ProfileId Profile(Ingestion ingestion) => new(ingestion.Simulator.Truth.Profiles[0].ProfileId);
}
