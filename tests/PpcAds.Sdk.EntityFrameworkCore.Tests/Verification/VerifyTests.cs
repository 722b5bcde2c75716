using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Verification;

/// <summary>What others than loads did to a store is found and healed, and a store that only loads wrote is clean.</summary>
public abstract class VerifyTests : LoadContract
{
    /// <summary>Beyond the days of the reports, where a row was put by hand.</summary>
    private static readonly DateOnly Last = Day.AddDays(9);

    protected abstract PpcAdsDatabase Database { get; }

    protected abstract string MoneyUnit { get; }

    protected abstract string Hour { get; }

    public static TheoryData<string> Corruptions => [.. Corruption.All.Keys];

    protected abstract string MoneyColumn(string name);

    protected abstract Task ExecuteAsync(string sql);

    [SkippableTheory]
    [MemberData(nameof(Corruptions))]
    public async Task What_was_done_by_hand_is_found_and_healed(string name)
    {
        Corruption corruption = Corruption.All[name];
        await LoadAllAsync();
        (await FindAsync()).Should().BeEmpty();
        IReadOnlyList<PerformanceRecord> before = await AllRecordsAsync();
        await ExecuteAsync(Sql(corruption.Sql));
        Store.Time.Advance(TimeSpan.FromHours(1));

        IReadOnlyList<StoreDifference> found = await FindAsync();

        found.Should().Contain(difference => difference.Kind == corruption.Kind
            && (corruption.Date == null || difference.Date == DateOnly.Parse(corruption.Date, null))
            && (corruption.EntityId == null || difference.EntityId == corruption.EntityId));
        (await Database.RecomputeAsync()).Healed.Should().ContainKey(corruption.Kind);
        (await FindAsync()).Should().BeEmpty();
        (await Database.RecomputeAsync()).Total.Should().Be(0);

        await LoadReportsAsync(Generated.AddHours(50), Last);
        (await FindAsync()).Should().BeEmpty();
        (await AllRecordsAsync()).Should().BeEquivalentTo(before, rows => rows.WithStrictOrdering().Excluding(row => row.ChangedAt));
        (await Database.RecomputeAsync()).Total.Should().Be(0);
    }

    [SkippableFact]
    public async Task A_day_whose_rows_were_changed_is_suspect_until_its_next_report_and_an_issue_says_so()
    {
        await LoadAllAsync();
        await ExecuteAsync(Sql(Corruption.All["a metric of a row"].Sql));

        await Database.RecomputeAsync();

        (await DaysAsync()).Select(day => day.State).Should().Equal(PerformanceDayState.Suspect, PerformanceDayState.Loaded);
        (await IssuesAsync()).Should().ContainSingle(issue => issue.Reason == "rows changed outside of loads" && issue.Step == "recompute sp.campaign");
        await LoadReportsAsync(Generated.AddHours(50), Day.AddDays(1));
        (await DaysAsync()).Select(day => day.State).Should().AllBeEquivalentTo(PerformanceDayState.Loaded);
    }

    [SkippableFact]
    public async Task Figures_of_the_ledger_alone_are_healed_without_a_new_report()
    {
        await LoadAllAsync();
        await ExecuteAsync(Sql(Corruption.All["the cost of a day"].Sql));

        await Database.RecomputeAsync();

        (await DaysAsync()).Select(day => day.State).Should().AllBeEquivalentTo(PerformanceDayState.Loaded);
    }

    [SkippableFact]
    public async Task A_profile_that_is_gone_is_back_with_the_next_list()
    {
        await LoadAllAsync();
        await ExecuteAsync("DELETE FROM ppc_profiles");

        (await FindAsync()).Should().OnlyContain(difference => difference.Kind == StoreDifferenceKind.ProfileMissing).And.HaveCount(3);
        await LoadProfileAsync();
        (await FindAsync()).Should().BeEmpty();
    }

    /// <summary>Restated, vanished and suspect rows, copies of a key, rows that are rejected or that no entity has.</summary>
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_store_that_only_loads_wrote_is_clean_after_each_of_them(int seed)
    {
        var random = new Random(seed);
        await LoadProfileAsync();
        for (int load = 0; load < 10; load++)
        {
            Store.Time.Advance(TimeSpan.FromMinutes(random.Next(300)));
            DateOnly first = Day.AddDays(random.Next(4) == 0 ? random.Next(40) : random.Next(4));
            DateOnly last = first.AddDays(random.Next(3));
            Dataset dataset = random.Next(2) == 0 ? Datasets.SpCampaign : Datasets.SpTarget;
            await LoadAsync(
                RandomReport(random, dataset, first, last),
                Scope(dataset, first, last, Generated.AddHours(load)) with { MaxRejectedShare = 1 });

            (await FindAsync()).Should().BeEmpty($"of load {load}");
        }

        (await Database.RecomputeAsync()).Total.Should().Be(0);
    }

    [SkippableFact]
    public async Task What_is_being_loaded_is_read_as_it_was_before_or_after()
    {
        await LoadAllAsync();
        Task loads = Task.Run(async () =>
        {
            for (int load = 0; load < 20; load++)
            {
                await LoadAsync(
                    Rows.None.Many(Enumerable.Range(1, 100).Select(id => (long)id), Day, load), Scope(generatedAt: Generated.AddHours(2 + load)));
            }
        });

        var found = new List<StoreDifference>();
        while (!loads.IsCompleted)
        {
            found.AddRange(await FindAsync());
        }

        await loads;
        found.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_verification_and_a_recomputation_resume_after_a_position()
    {
        await LoadAllAsync();
        await ExecuteAsync("UPDATE ppc_campaigns SET clicks_total = 1000; UPDATE ppc_keywords SET clicks_total = 1000");
        StoreVerification[] all = await Database.VerifyAsync(Account).ToArrayAsync();
        var done = new Positions();

        StoreVerification[] rest = await Database.VerifyAsync(Account, all[0].Position).ToArrayAsync();
        RecomputeResult healed = await Database.RecomputeAsync(Account, all[1].Position, done);

        all.Select(scope => scope.Position!.Dataset).Should().Equal("sp.ad_group", "sp.campaign", "sp.target");
        all.Select(scope => scope.IsClean).Should().Equal(true, false, false);
        rest.Select(scope => scope.Position).Should().Equal(all[1].Position, all[2].Position);
        done.Reported.Should().Equal(all[2].Position!);
        healed.Healed.Should().BeEquivalentTo(new Dictionary<StoreDifferenceKind, long> { [StoreDifferenceKind.EntitySums] = 1 });
        (await FindAsync()).Select(difference => difference.Table).Should().AllBe("ppc_campaigns");
    }

    [SkippableFact]
    public async Task Examples_are_few_and_all_are_counted()
    {
        await LoadAsync(Rows.None.Many(Enumerable.Range(1, 50).Select(id => (long)id), Day));
        await ExecuteAsync("UPDATE ppc_campaigns SET clicks_total = 1000");

        StoreVerification found = await Database.VerifyAsync(Account).SingleAsync();

        found.Rows.Should().Be(50);
        found.Counts[StoreDifferenceKind.EntitySums].Should().Be(50);
        found.Differences.Where(difference => difference.Kind == StoreDifferenceKind.EntitySums)
            .Should().HaveCount(StoreVerification.MostExamples);
        found.Differences.First(difference => difference.Kind == StoreDifferenceKind.EntitySums)
            .Should().BeEquivalentTo(new { Table = "ppc_campaigns", Subject = "clicks_total", Expected = "4", Found = "1000" });
    }

    private async Task LoadAllAsync()
    {
        await LoadProfileAsync();
        await LoadAsync(Rows.None.Campaign(Day, 1, 9m).Campaign(Day, 2, 3m).Campaign(Day.AddDays(1), 1, 5m));
        Store.Time.Advance(TimeSpan.FromHours(1));
        await LoadReportsAsync(Generated.AddHours(1), Day.AddDays(1));
    }

    private Task<LoadResult> LoadProfileAsync() => Store.Sink.LoadEntitiesAsync(
        new EntityScope(Account),
        Pages<ProfileRecord>([new ProfileRecord { ProfileId = Profile, Region = AmazonAdsRegion.NorthAmerica, CurrencyCode = "USD" }]));

    private async Task LoadReportsAsync(DateTimeOffset generated, DateOnly last)
    {
        await LoadAsync(
            Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m).Campaign(Day.AddDays(1), 1, 5m), Scope(end: last, generatedAt: generated));
        await LoadAsync(Rows.None.AdGroup(Day, 1, 2, 4m), Scope(Datasets.SpAdGroup, end: last, generatedAt: generated));
        await LoadAsync(
            Rows.None.Target(Day, 1, 2, 3, cost: 3m).Target(Day, 1, 2, 4, "TARGETING_EXPRESSION", 1m).Target(Day, 1, 2, "Unallocated"),
            Scope(Datasets.SpTarget, end: last, generatedAt: generated));
    }

    private static Rows RandomReport(Random random, Dataset dataset, DateOnly first, DateOnly last)
    {
        // Now and then so few that the report is suspect, or a row that cannot be read.
        int most = random.Next(4) == 0 ? 2 : 30;
        Rows report = random.Next(4) == 0
            ? Rows.None.Raw($$"""{"date":"{{first:yyyy-MM-dd}}","campaignId":true,"cost":1}""")
            : Rows.None;
        for (DateOnly day = first; day <= last; day = day.AddDays(1))
        {
            for (int id = 1; id <= most; id++)
            {
                for (int copy = random.Next(6) switch { 0 => 0, 1 => 2, _ => 1 }; copy > 0; copy--)
                {
                    int cost = random.Next(4);
                    report = dataset == Datasets.SpCampaign
                        ? report.Campaign(day, id, cost, impressions: cost)
                        : report.Target(day, id % 5, id % 7, id, id % 2 == 0 ? "EXACT" : "TARGETING_EXPRESSION", cost);
                }
            }

            _ = dataset == Datasets.SpTarget ? report.Target(day, 1, 2, "Unallocated") : report;
        }

        return report;
    }

    private async Task<IReadOnlyList<PerformanceRecord>> AllRecordsAsync() =>
    [
        .. await RecordsAsync(),
        .. await RecordsAsync(Datasets.SpAdGroup),
        .. await RecordsAsync(Datasets.SpTarget),
    ];

    private async Task<IReadOnlyList<StoreDifference>> FindAsync() =>
        [.. (await Database.VerifyAsync().ToArrayAsync()).SelectMany(scope => scope.Differences)];

    private string Sql(string sql) => sql.Replace("$cost", MoneyColumn("cost"), StringComparison.Ordinal)
        .Replace("$sales14", MoneyColumn("sales_14d"), StringComparison.Ordinal)
        .Replace("$share", MoneyColumn("top_of_search_impression_share"), StringComparison.Ordinal)
        .Replace("$unit", MoneyUnit, StringComparison.Ordinal)
        .Replace("$hour", Hour, StringComparison.Ordinal)
        .Replace("$scope", "(SELECT scope_id FROM performance_scopes WHERE dataset = 'sp.campaign')", StringComparison.Ordinal);

    private sealed class Positions : IProgress<StorePosition>
    {
        public List<StorePosition> Reported { get; } = [];

        public void Report(StorePosition value) => Reported.Add(value);
    }
}
