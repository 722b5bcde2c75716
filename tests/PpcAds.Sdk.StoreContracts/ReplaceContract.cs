using System.IO.Compression;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>What a load inserts, changes and leaves alone.</summary>
public abstract class ReplaceContract : LoadContract
{
    [SkippableFact]
    public async Task A_first_load_inserts_every_row_with_its_metrics()
    {
        LoadResult result = await LoadAsync(Rows.None.Campaign(Day, 1, 12.345678m).Campaign(Day.AddDays(1), 1));

        result.Should().BeEquivalentTo(new LoadResult { Inserted = 2 });
        PerformanceRecord record = (await RecordsAsync())[0];
        record.Should().Match<PerformanceRecord>(row => row.Date == Day && row.EntityKey == "1" && row.CampaignId == new CampaignId(1) && row.CurrencyCode == "USD");
        record.Metrics[PerformanceMetric.Cost].Should().Be(12.345678m);
        record.Metrics[PerformanceMetric.Impressions].Should().Be(100);
        record.Metrics[PerformanceMetric.Sales].Should().Be(10m);
        record.Metrics[PerformanceMetric.Sales14d].Should().Be(20m);
        record.Metrics[PerformanceMetric.Units30d].Should().Be(0, "a reported metric that a row leaves out is 0");
        record.Metrics.Should().NotContainKey(PerformanceMetric.ViewableImpressions, "the dataset does not report it");
        record.ChangedAt.Should().Be(Store.Time.GetUtcNow());
    }

    [SkippableFact]
    public async Task Headline_metrics_follow_the_attribution_window()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, sales7d: 10m), Scope() with { AttributionDays = 14 });

        PerformanceRecord record = (await RecordsAsync()).Single();
        record.AttributionDays.Should().Be(14);
        record.Metrics[PerformanceMetric.Sales].Should().Be(20m);
        record.Metrics[PerformanceMetric.Sales7d].Should().Be(10m);
    }

    [SkippableFact]
    public async Task The_same_figures_by_another_attribution_window_are_a_change()
    {
        Rows rows = Rows.None.Raw($$"""{"date":"{{Day:yyyy-MM-dd}}","campaignId":1,"campaignBudgetCurrencyCode":"USD","impressions":10,"cost":2}""");
        await LoadAsync(rows);

        LoadResult again = await LoadAsync(rows, Scope(generatedAt: Generated.AddHours(1)) with { AttributionDays = 14 });

        again.Changed.Should().Be(1);
        (await RecordsAsync()).Single().AttributionDays.Should().Be(14);
    }

    [SkippableFact]
    public async Task Loading_the_same_again_changes_nothing_not_even_the_instant_of_change()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2));
        DateTimeOffset before = Store.Time.GetUtcNow();
        Store.Time.Advance(TimeSpan.FromHours(1));

        LoadResult again = await LoadAsync(Rows.None.Campaign(Day, 2).Campaign(Day, 1));

        again.Should().BeEquivalentTo(new LoadResult { Unchanged = 2 });
        (await RecordsAsync()).Should().OnlyContain(record => record.ChangedAt == before);
    }

    [SkippableFact]
    public async Task Restated_rows_change_and_vanished_rows_go()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day, 3));
        Store.Time.Advance(TimeSpan.FromHours(1));

        LoadResult again = await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2).Campaign(Day, 4));

        again.Should().BeEquivalentTo(new LoadResult { Inserted = 1, Changed = 1, Unchanged = 1, Removed = 1 });
        (await RecordsAsync()).Select(record => record.EntityKey).Should().Equal("1", "2", "4");
        (await RecordsAsync())[0].ChangedAt.Should().Be(Store.Time.GetUtcNow());
        PerformanceDay day = (await DaysAsync())[0];
        day.Should().Match<PerformanceDay>(row => row.Rows == 3 && row.RowsRemoved == 1 && row.Cost == 5m && row.State == PerformanceDayState.Loaded);
    }

    [SkippableFact]
    public async Task Every_day_that_was_asked_for_stands_in_the_ledger_even_without_rows()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1), Scope(start: Day, end: Day.AddDays(2)));

        IReadOnlyList<PerformanceDay> days = await DaysAsync();
        days.Select(day => day.State).Should().Equal(PerformanceDayState.Loaded, PerformanceDayState.Empty, PerformanceDayState.Empty);
        days[0].Should().Match<PerformanceDay>(day => day.Impressions == 100 && day.Clicks == 4 && day.ReportGeneratedAt == Generated);
    }

    [SkippableFact]
    public async Task A_load_that_was_committed_is_not_done_again()
    {
        var id = new LoadId("job/1/0/report");
        (await Store.Sink.FindLoadAsync(id)).Should().BeNull();
        LoadResult first = await LoadAsync(Rows.None.Campaign(Day, 1), id: id);

        LoadResult second = await LoadAsync(Rows.None.Campaign(Day, 2), id: id);

        second.Should().BeEquivalentTo(first);
        (await Store.Sink.FindLoadAsync(id)).Should().BeEquivalentTo(first);
        (await RecordsAsync()).Select(record => record.EntityKey).Should().Equal("1");
    }

    [SkippableFact]
    public async Task A_session_that_is_not_committed_leaves_no_trace()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1));
        LoadScope scope = Scope();
        await using (ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId("lost")))
        {
            await foreach (ReportBatch batch in Rows.None.Campaign(Day, 2).ReadAsync(scope.Dataset))
            {
                await session.WriteAsync(batch);
            }
        }

        (await RecordsAsync()).Select(record => record.EntityKey).Should().Equal("1");
        (await Store.Sink.FindLoadAsync(new LoadId("lost"))).Should().BeNull();
    }

    [SkippableFact]
    public async Task A_truncated_file_loads_nothing()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1));
        byte[] whole = Compress(Rows.None.Many(Enumerable.Range(10, 50).Select(id => (long)id), Day).ToFile());
        LoadScope scope = Scope();

        Func<Task> load = async () =>
        {
            await using ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId("cut"));
            await foreach (ReportBatch batch in ReportRowReader.ReadAsync(new MemoryStream(whole[..^8]), scope.Dataset.Columns))
            {
                await session.WriteAsync(batch);
            }

            await session.CommitAsync();
        };

        await load.Should().ThrowAsync<AmazonAdsUnexpectedResponseException>();
        (await RecordsAsync()).Select(record => record.EntityKey).Should().Equal("1");
    }

    [SkippableFact]
    public async Task Rows_of_one_day_and_key_are_added_up_and_told_once()
    {
        LoadResult result = await LoadAsync(Rows.None.Campaign(Day, 1, 1.25m).Campaign(Day, 1, 2.5m).Campaign(Day, 1, 3m));

        result.Should().BeEquivalentTo(new LoadResult { Inserted = 1, Duplicates = 2 });
        (await RecordsAsync()).Single().Metrics[PerformanceMetric.Cost].Should().Be(6.75m);
        (await RecordsAsync()).Single().Metrics[PerformanceMetric.Impressions].Should().Be(300);
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "duplicate rows" && issue.Count == 2);
    }

    [SkippableFact]
    public async Task Rows_of_days_that_were_not_asked_for_are_left_out_and_counted()
    {
        LoadResult result = await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day.AddDays(9), 1), Scope(start: Day, end: Day));

        result.Should().BeEquivalentTo(new LoadResult { Inserted = 1, Ignored = 1 });
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "outside the scope");
    }

    [SkippableFact]
    public async Task An_older_report_that_lands_after_a_newer_one_changes_nothing()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m));

        LoadResult older = await LoadAsync(Rows.None.Campaign(Day, 1, 1m).Campaign(Day, 5), Scope(generatedAt: Generated.AddHours(-1)));

        older.Should().BeEquivalentTo(new LoadResult { Ignored = 2 });
        (await RecordsAsync()).Single().Metrics[PerformanceMetric.Cost].Should().Be(2m);
        (await DaysAsync())[0].ReportGeneratedAt.Should().Be(Generated);
    }

    [SkippableFact]
    public async Task Of_overlapping_reports_each_day_keeps_the_newest()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m), Scope(start: Day, end: Day, generatedAt: Generated));

        LoadResult older = await LoadAsync(
            Rows.None.Campaign(Day, 1, 1m).Campaign(Day.AddDays(1), 1, 1m), Scope(start: Day, end: Day.AddDays(1), generatedAt: Generated.AddHours(-1)));

        older.Should().BeEquivalentTo(new LoadResult { Inserted = 1, Ignored = 1 });
        (await RecordsAsync()).Select(record => record.Metrics[PerformanceMetric.Cost]).Should().Equal(2m, 1m);
    }

    [SkippableFact]
    public async Task What_Amazon_no_longer_had_is_never_touched()
    {
        DateOnly last = Day.AddDays(5);
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(last, 1).Campaign(last, 2), Scope(end: last));

        LoadResult later = await LoadAsync(
            Rows.None.Campaign(last, 2), Scope(end: last, generatedAt: Generated.AddDays(1)) with { RetentionStart = Day.AddDays(1) });

        later.Removed.Should().Be(1);
        (await RecordsAsync()).Select(record => (record.Date, record.EntityKey)).Should().Equal((Day, "1"), (last, "2"));
        (await DaysAsync())[0].ReportGeneratedAt.Should().Be(Generated);
    }

    [SkippableFact]
    public async Task Money_is_exact_to_six_decimals_and_rounded_half_to_even_beyond()
    {
        LoadResult result = await LoadAsync(Rows.None
            .Raw("""{"date":"2026-03-01","campaignId":1,"cost":0.1234565}""")
            .Raw("""{"date":"2026-03-01","campaignId":2,"cost":0.1234575}""")
            .Raw("""{"date":"2026-03-01","campaignId":3,"cost":999999999.999999}"""));

        result.RoundedAmounts.Should().Be(2);
        (await RecordsAsync()).Select(record => record.Metrics[PerformanceMetric.Cost]).Should().Equal(0.123456m, 0.123458m, 999999999.999999m);
    }

    [SkippableFact]
    public async Task A_lost_lease_commits_nothing()
    {
        ReportJob job = (await Store.Jobs.AddAsync([Planned()], Store.Time.GetUtcNow())).Single();
        ReportJob held = (await Store.Jobs.ClaimAsync("one", TimeSpan.FromSeconds(1), Store.Time.GetUtcNow()))!;
        await Store.PassLeaseTimeAsync(TimeSpan.FromSeconds(2));
        await Store.Jobs.ClaimAsync("two", TimeSpan.FromMinutes(1), Store.Time.GetUtcNow());

        Func<Task> commit = () => LoadAsync(Rows.None.Campaign(Day, 1), Scope() with { Fence = held.Fence });

        await commit.Should().ThrowAsync<LeaseLostException>();
        (await RecordsAsync()).Should().BeEmpty();
        (await DaysAsync()).Should().BeEmpty();
        (await Store.Jobs.FindAsync(job.JobId))!.State.Should().Be(ReportJobState.Planned);
    }

    [SkippableFact]
    public async Task A_commit_marks_its_job_as_loaded()
    {
        await Store.Jobs.AddAsync([Planned()], Store.Time.GetUtcNow());
        ReportJob held = (await Store.Jobs.ClaimAsync("one", TimeSpan.FromMinutes(1), Store.Time.GetUtcNow()))!;

        await LoadAsync(Rows.None.Campaign(Day, 1), Scope() with { Fence = held.Fence });

        (await Store.Jobs.FindAsync(held.JobId))!.State.Should().Be(ReportJobState.Loaded);
    }

    private PlannedReport Planned() => new()
    {
        AccountId = Account,
        ProfileId = Profile,
        Dataset = "sp.campaign",
        StartDate = Day,
        EndDate = Day,
        Reason = PlanReason.Missing,
    };

    private static byte[] Compress(byte[] file)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(file);
        }

        return buffer.ToArray();
    }
}
