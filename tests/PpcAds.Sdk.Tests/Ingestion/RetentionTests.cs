using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Amazon keeps search terms for 65 days, and answers older days empty.</summary>
public sealed class RetentionTests
{
    private const int Kept = 65;

    [Fact]
    public async Task A_first_load_asks_for_nothing_older_and_takes_no_empty_day_at_the_edge_for_a_day_without_searches()
    {
        await using Ingestion ingestion = await StartAsync(backfill: null);

        await LoadAsync(ingestion);

        IReadOnlyList<PerformanceDay> days = await DaysAsync(ingestion);
        days[0].Date.Should().Be(Yesterday(ingestion).AddDays(1 - Kept));
        days.Should().HaveCount(Kept);
        days.Take(LoadRules.EdgeDays).Should().NotContain(day => day.State == PerformanceDayState.Empty);
    }

    [Fact]
    public async Task What_was_loaded_outlives_what_Amazon_keeps()
    {
        await using Ingestion ingestion = await StartAsync(backfill: 20);
        await LoadAsync(ingestion);
        Dictionary<(DateOnly, string), decimal> first = Costs(await RecordsAsync(ingestion));
        DateOnly oldest = first.Keys.Min(key => key.Item1);

        // Past the edge day by day, as a service does; the reports about the last days that Amazon keeps come empty.
        ingestion.Time.Advance(TimeSpan.FromDays(Kept - 25));
        for (int day = 0; day < 12; day++)
        {
            ingestion.Time.Advance(TimeSpan.FromDays(1));
            await LoadAsync(ingestion);
        }

        Dictionary<(DateOnly, string), decimal> after = Costs(await RecordsAsync(ingestion));
        after.Keys.Should().Contain(first.Keys.Where(key => key.Item1 == oldest));
        first.Keys.Where(key => key.Item1 < oldest.AddDays(14)).Should().BeSubsetOf(after.Keys, "nothing that was loaded is removed by age");
    }

    [Fact]
    public async Task Days_are_not_even_asked_for_where_the_options_say_that_Amazon_keeps_less()
    {
        await using Ingestion ingestion = await StartAsync(backfill: null, options => options.RetentionDays = new Dictionary<string, int> { ["spSearchTerm"] = 30 });

        IReadOnlyList<PlannedReport> plan = await PlanAsync(ingestion);

        plan.Min(report => report.StartDate).Should().Be(Yesterday(ingestion).AddDays(-29));
    }

    [Fact]
    public async Task Nobody_can_request_older_days_by_hand()
    {
        await using Ingestion ingestion = await StartAsync(backfill: 5);
        await LoadAsync(ingestion);
        ProfileId profile = (await ingestion.Storage.Reader.ListProfilesAsync(new EntityQuery(ingestion.Account))).Items[0].Entity.ProfileId;
        DateOnly tooOld = Yesterday(ingestion).AddDays(-Kept);

        Func<Task> request = () => ingestion.Orchestrator.RequestReportsAsync(ingestion.Account, profile, ["sp.search_term"], tooOld, tooOld);

        (await request.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("startDate");
    }

    /// <summary>As when a backlog of requests goes on past midnight, or a job waits for hours.</summary>
    [Fact]
    public async Task A_job_that_was_planned_yesterday_asks_for_no_day_that_Amazon_dropped_since()
    {
        await using Ingestion ingestion = await StartAsync(backfill: 5);
        await LoadAsync(ingestion);
        ProfileId profile = (await ingestion.Storage.Reader.ListProfilesAsync(new EntityQuery(ingestion.Account))).Items[0].Entity.ProfileId;
        DateOnly edge = Yesterday(ingestion).AddDays(1 - Kept);
        PlannedReport planned = new()
        {
            AccountId = ingestion.Account,
            ProfileId = profile,
            Dataset = "sp.search_term",
            StartDate = edge.AddDays(-1),
            EndDate = edge.AddDays(9),
            Reason = PlanReason.Missing,
        };
        await ingestion.Storage.Jobs.AddAsync(
            [planned, planned with { StartDate = edge.AddDays(-3), EndDate = edge.AddDays(-1) }], ingestion.Time.GetUtcNow());
        int before = ingestion.Simulator.Requests.Entries.Count;

        IngestionResult result = await ingestion.CompleteAsync();

        result.Succeeded.Should().BeTrue();
        string body = ingestion.Simulator.Requests.Entries.Skip(before).Single(entry => entry.Operation == "reports.create").Body;
        body.Should().Contain($"{edge:O}").And.Contain($"{edge.AddDays(9):O}");
        (await DaysAsync(ingestion)).Where(day => day.Date < edge.AddDays(10)).Should().HaveCount(10);
        (await ingestion.Storage.Log.ListIssuesAsync(ingestion.Account, profile, 100))
            .Should().Contain(issue => issue.Details.Contains($"no longer has the days before {edge:O}", StringComparison.Ordinal));
    }

    private static async Task<Ingestion> StartAsync(int? backfill, Action<IngestionOptions>? configure = null)
    {
        Ingestion ingestion = await Ingestion.StartAsync(
            null,
            options =>
            {
                options.Datasets = ["sp.search_term"];
                options.BackfillDays = backfill;
                configure?.Invoke(options);
            });
        ingestion.Simulator.Quirks.EmptyPastRetention = true;
        return ingestion;
    }

    private static async Task LoadAsync(Ingestion ingestion)
    {
        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();
        (await ingestion.CompleteAsync()).Succeeded.Should().BeTrue();
    }

    private static async Task<IReadOnlyList<PlannedReport>> PlanAsync(Ingestion ingestion)
    {
        await ingestion.Time.RunAsync(ingestion.Orchestrator.SyncProfilesAsync(ingestion.Account));
        return await ingestion.Orchestrator.PlanAsync(ingestion.Account);
    }

    private static DateOnly Yesterday(Ingestion ingestion) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ingestion.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles")).DateTime).AddDays(-1);

    private static async Task<IReadOnlyList<PerformanceDay>> DaysAsync(Ingestion ingestion)
    {
        ProfileId profile = (await ingestion.Storage.Reader.ListProfilesAsync(new EntityQuery(ingestion.Account))).Items[0].Entity.ProfileId;
        return await ingestion.Storage.Reader.ListDaysAsync(ingestion.Account, profile, "sp.search_term");
    }

    private static async Task<List<PerformanceRecord>> RecordsAsync(Ingestion ingestion)
    {
        var records = new List<PerformanceRecord>();
        string? after = null;
        do
        {
            ReadPage<PerformanceRecord> page = await ingestion.Storage.Reader.ListPerformanceAsync(
                new PerformanceQuery(ingestion.Account, "sp.search_term"), new PageRequest(1000, after));
            records.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        return records;
    }

    private static Dictionary<(DateOnly, string), decimal> Costs(IEnumerable<PerformanceRecord> records) =>
        records.ToDictionary(record => (record.Date, record.EntityKey), record => record.Metrics[PerformanceMetric.Cost]);
}
