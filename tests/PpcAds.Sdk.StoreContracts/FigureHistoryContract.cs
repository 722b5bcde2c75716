using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>What was known of figures, and when.</summary>
public abstract class FigureHistoryContract : LoadContract
{
    private readonly List<(DateTimeOffset At, Dictionary<(string Key, DateOnly Date), PerformanceSums> Figures)> _snapshots = [];

    [SkippableFact]
    public async Task A_restated_figure_is_known_from_the_load_that_restated_it()
    {
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 7m));
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 3m).Campaign(Day, 2, 7m));

        (await ReadAsync(_snapshots[0].At)).Should().BeEquivalentTo([("1", Day, 2m), ("2", Day, 7m)]);
        (await ReadAsync(_snapshots[1].At)).Should().BeEquivalentTo([("1", Day, 3m), ("2", Day, 7m)]);
        FigureChange change = (await ChangesAsync()).Single();
        (change.KnownAt, change.EntityKey, change.Date).Should().Be((_snapshots[1].At, "1", Day));
        change.Difference.Should().Be(new PerformanceSums(0, 0, 1m, 0, 0, 0));
    }

    [SkippableFact]
    public async Task A_day_is_unknown_before_its_first_load_which_changes_nothing()
    {
        DateTimeOffset before = Store.Time.GetUtcNow().AddSeconds(-1);
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m));
        await LoadLaterAsync(Rows.None.Campaign(Day.AddDays(5), 1, 4m), Day.AddDays(5));

        (await ReadAsync(before)).Should().BeEmpty();
        (await ReadAsync(_snapshots[0].At)).Should().BeEquivalentTo([("1", Day, 2m)]);
        (await ReadAsync(null)).Should().HaveCount(2);
        (await ChangesAsync()).Should().BeEmpty();
        (await DaysAsync()).Select(day => day.FirstLoadedAt).Should()
            .Equal(_snapshots[0].At, _snapshots[0].At, _snapshots[1].At);
    }

    [SkippableFact]
    public async Task A_row_that_came_and_one_that_went_are_known_as_they_were()
    {
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 7m));
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 3, 9m));
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 8m));

        (await ReadAsync(_snapshots[0].At)).Should().BeEquivalentTo([("1", Day, 2m), ("2", Day, 7m)]);
        (await ReadAsync(_snapshots[1].At)).Should().BeEquivalentTo([("1", Day, 2m), ("3", Day, 9m)]);
        (await ReadAsync(_snapshots[2].At)).Should().BeEquivalentTo([("1", Day, 2m), ("2", Day, 8m)]);
    }

    [SkippableFact]
    public async Task Rows_that_a_suspect_report_lacks_are_known_to_be_there()
    {
        await LoadLaterAsync(Rows.None.Many(Enumerable.Range(1, 30).Select(id => (long)id), Day));
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 9m));

        (await ReadAsync(_snapshots[1].At)).Should().HaveCount(30).And.Contain(("1", Day, 9m));
        (await ReadAsync(_snapshots[0].At)).Should().HaveCount(30).And.Contain(("1", Day, 1.5m));
        (await ChangesAsync()).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Each_load_of_a_day_is_listed_with_the_time_of_its_report()
    {
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m));
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m));

        IReadOnlyList<DayLoad> loads = await History.ListLoadsAsync(Query() with { StartDate = Day, EndDate = Day });

        loads.Should().Equal(
            new DayLoad(Day, _snapshots[0].At, Generated), new DayLoad(Day, _snapshots[1].At, Generated.AddHours(1)));
        (await History.ListLoadsAsync(Query() with { KnownAt = _snapshots[0].At })).Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task Loads_of_one_instant_are_known_one_after_another()
    {
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m));
        await LoadAsync(Rows.None.Campaign(Day, 1, 3m), Scope(generatedAt: Generated.AddHours(5)));
        await LoadAsync(Rows.None.Campaign(Day, 1, 5m), Scope(generatedAt: Generated.AddHours(6)));

        DateTimeOffset[] loads = [.. (await History.ListLoadsAsync(Query() with { EndDate = Day })).Select(load => load.LoadedAt)];

        loads.Should().HaveCount(3).And.BeInAscendingOrder().And.OnlyHaveUniqueItems();
        (await ReadAsync(loads[1])).Should().BeEquivalentTo([("1", Day, 3m)]);
        (await ReadAsync(loads[2])).Should().BeEquivalentTo([("1", Day, 5m)]);
    }

    [SkippableFact]
    public async Task Keys_are_those_of_the_rows()
    {
        await LoadAsync(
            Rows.None.Target(Day, 1, 2, 3).Target(Day, 1, 2, 3, "TARGETING_EXPRESSION", 4m).Target(Day, 1, 2, "Unallocated"),
            Scope(Datasets.SpTarget));

        List<string> keys = await History.ReadAsync(Query(Datasets.SpTarget)).Select(known => known.EntityKey).ToListAsync();

        keys.Should().BeEquivalentTo((await RecordsAsync(Datasets.SpTarget)).Select(record => record.EntityKey));
    }

    [SkippableFact]
    public async Task A_purged_account_has_no_history()
    {
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 2m));
        await LoadLaterAsync(Rows.None.Campaign(Day, 1, 3m));
        await Store.Accounts.SetStatusAsync(Account, Sdk.Accounts.AccountStatus.Closed);

        await Store.Accounts.PurgeAsync(Account);

        (await ReadAsync(null)).Should().BeEmpty();
        (await ChangesAsync()).Should().BeEmpty();
        (await History.ListLoadsAsync(Query())).Should().BeEmpty();
    }

    /// <summary>Restated, new and vanished rows, days apart and together, suspect reports.</summary>
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_was_known_after_each_of_many_loads_is_what_was_stored_then(int seed)
    {
        var random = new Random(seed);
        for (int load = 0; load < 12; load++)
        {
            DateOnly first = Day.AddDays(random.Next(5));
            DateOnly last = first.AddDays(random.Next(3));
            Rows report = Rows.None;
            for (DateOnly day = first; day <= last; day = day.AddDays(1))
            {
                for (int campaign = 1; campaign <= 6; campaign++)
                {
                    int cost = random.Next(4);
                    _ = random.Next(3) == 0 ? report : report.Campaign(day, campaign, cost, impressions: cost);
                }
            }

            await LoadLaterAsync(report, first, last);
        }

        foreach ((DateTimeOffset at, Dictionary<(string Key, DateOnly Date), PerformanceSums> figures) in _snapshots)
        {
            (await History.ReadAsync(Query() with { KnownAt = at }).ToListAsync())
                .ToDictionary(known => (known.EntityKey, known.Date), known => known.Figures).Should().BeEquivalentTo(figures);
        }
    }

    private IFigureHistory History => Store.History;

    private FigureQuery Query(Dataset? dataset = null) => new(Account, Profile, (dataset ?? Datasets.SpCampaign).Id);

    /// <summary>Loads an hour after the load before, and keeps what is stored then.</summary>
    private async Task LoadLaterAsync(Rows rows, DateOnly? start = null, DateOnly? end = null)
    {
        Store.Time.Advance(TimeSpan.FromHours(1));
        await LoadAsync(rows, Scope(start: start, end: end, generatedAt: Generated.AddHours(_snapshots.Count)));
        Dictionary<(string Key, DateOnly Date), PerformanceSums> stored = (await RecordsAsync())
            .ToDictionary(record => (record.EntityKey, record.Date), SumsOf);
        _snapshots.Add((Store.Time.GetUtcNow(), stored.Where(pair => pair.Value != Nothing).ToDictionary()));
    }

    private async Task<IReadOnlyList<(string Key, DateOnly Date, decimal Cost)>> ReadAsync(DateTimeOffset? knownAt) =>
        await History.ReadAsync(Query() with { KnownAt = knownAt })
            .Select(known => (known.EntityKey, known.Date, known.Figures.Cost)).ToListAsync();

    private async Task<IReadOnlyList<FigureChange>> ChangesAsync() => await History.ReadChangesAsync(Query()).ToListAsync();

    private static PerformanceSums Nothing { get; } = new(0, 0, 0, 0, 0, 0);

    private static PerformanceSums SumsOf(PerformanceRecord row) => new(
        (long)row.Metrics[PerformanceMetric.Impressions],
        (long)row.Metrics[PerformanceMetric.Clicks],
        row.Metrics[PerformanceMetric.Cost],
        row.Metrics[PerformanceMetric.Sales],
        (long)row.Metrics[PerformanceMetric.Orders],
        (long)row.Metrics[PerformanceMetric.Units]);
}
