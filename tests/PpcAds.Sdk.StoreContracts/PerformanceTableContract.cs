using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>What tables show, held against a recomputation from records and entities.</summary>
public abstract class PerformanceTableContract : LoadContract
{
    private static readonly PerformancePeriod Week = new(Day, Day.AddDays(6));

    private IPerformanceTableReader Tables => Store.Tables;

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Tables_of_random_rows_equal_what_records_and_entities_add_up_to(int seed)
    {
        var world = await TableWorld.LoadAsync(this, new Random(seed));
        foreach (DatasetGrain grain in PerformanceSelection.Grains)
        {
            PerformanceTableQuery all = Query(grain) with { Previous = Week.Previous };
            foreach (PerformanceTableQuery query in world.Variants(all))
            {
                List<PerformanceTableRow> expected = world.Expect(query);
                string because = $"seed {seed}, {query}";

                List<PerformanceTableRow> read = await PagesAsync(query, 3);
                read.Select(row => row.Id.ToString()).Should().Equal(expected.Select(row => row.Id.ToString()), because);
                read.Zip(expected).FirstOrDefault(pair => pair.First != pair.Second).Should().Be((null, null), because);
                (await Tables.ReadAllAsync(query).ToListAsync()).Select(row => row.Id).Should()
                    .Equal(expected.Select(row => row.Id), because);
                foreach (PerformanceTableRow row in expected.Take(2))
                {
                    (await Tables.ReadPageAsync(query with { Row = row.Id })).Items.Should().Equal([row], because);
                }

                PerformanceTableTotals totals = await Tables.SumAsync(query);
                totals.Should().Be(
                    new PerformanceTableTotals(
                        expected.Count,
                        TableWorld.Sum(expected.Select(row => row.Sums)),
                        TableWorld.Sum(expected.Select(row => row.Previous!))),
                    because);
            }
        }
    }

    [SkippableFact]
    public async Task Every_order_has_each_row_once_and_rates_without_divisor_last_both_ways()
    {
        var world = await TableWorld.LoadAsync(this, new Random(7));
        foreach (PerformanceColumn column in Enum.GetValues<PerformanceColumn>())
        {
            foreach (bool descending in new[] { false, true })
            {
                PerformanceTableQuery query = Query(DatasetGrain.Target) with { Sort = new PerformanceSort(column, descending) };

                List<PerformanceTableRow> read = await PagesAsync(query, 4);

                read.Select(row => row.Id.ToString()).Should().Equal(
                    world.Expect(query).Select(row => row.Id.ToString()), $"{column} {descending}");
                read.Zip(world.Expect(query)).Should().OnlyContain(pair => pair.First == pair.Second, $"{column} {descending}");
                read.Select(row => row.Id).Should().OnlyHaveUniqueItems();
                if (column.IsRate())
                {
                    read.SkipWhile(row => column.ValueOf(row.Sums) is not null)
                        .Should().NotBeEmpty().And.OnlyContain(row => column.ValueOf(row.Sums) == null);
                }
            }
        }
    }

    [SkippableFact]
    public async Task A_page_goes_on_from_the_value_and_id_of_the_last_row_when_figures_change_meanwhile()
    {
        await TableWorld.LoadProfilesAsync(Store, Account);
        await LoadAsync(Rows.None.Many([1, 2, 3, 4, 5], Day, 2m));
        PerformanceTableQuery query = Query(DatasetGrain.Campaign);
        ReadPage<PerformanceTableRow> first = await Tables.ReadPageAsync(query, new PageRequest(2));

        await LoadAsync(
            Rows.None.Campaign(Day, 1, 9m).Campaign(Day, 2, 8m).Campaign(Day, 3, 2m).Campaign(Day, 4, 2m).Campaign(Day, 5, 1m),
            Scope(generatedAt: Generated.AddHours(1)));
        ReadPage<PerformanceTableRow> second = await Tables.ReadPageAsync(query, new PageRequest(3, first.Next));

        first.Items.Select(row => row.CampaignId!.Value.Value).Should().Equal(1, 2);
        second.Items.Select(row => row.CampaignId!.Value.Value).Should().Equal(3, 4, 5);
        second.Next.Should().BeNull();
    }

    [SkippableFact]
    public async Task Days_that_were_never_loaded_are_absent_and_empty_ones_are_zero()
    {
        await TableWorld.LoadProfilesAsync(Store, Account);
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m), Scope(end: Day.AddDays(1)));
        await LoadAsync(Rows.None.Campaign(Day.AddDays(4), 1, 5m), Scope(start: Day.AddDays(4), end: Day.AddDays(4)));
        PerformanceSelection selection = Select(DatasetGrain.Campaign);
        PerformanceRowId[] ids = [.. (await PagesAsync(Query(DatasetGrain.Campaign), 10)).Select(row => row.Id)];

        IReadOnlyList<PerformanceDaySums> days = await Tables.ReadDaysAsync(selection);
        IReadOnlyDictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>> rows =
            await Tables.ReadDaysOfRowsAsync(selection, ids);

        days.Select(day => (day.Date, day.Sums.Cost, day.Loaded, day.Expected)).Should().Equal(
            (Day, 5m, 1, 1), (Day.AddDays(1), 0m, 1, 1), (Day.AddDays(4), 5m, 1, 1));
        rows.Keys.Should().BeEquivalentTo(ids);
        rows[ids[0]].Select(day => (day.Date, day.Sums.Cost)).Should().Equal((Day, 2m), (Day.AddDays(1), 0m), (Day.AddDays(4), 5m));
        rows[ids[1]].Select(day => (day.Date, day.Sums.Cost)).Should().Equal((Day, 3m), (Day.AddDays(1), 0m), (Day.AddDays(4), 0m));
        (await PagesAsync(Query(DatasetGrain.Campaign), 10)).Should().OnlyContain(row => row.DaysLoaded == 3);
    }

    [SkippableFact]
    public async Task A_day_that_one_of_two_profiles_lacks_says_so()
    {
        await TableWorld.LoadProfilesAsync(Store, Account);
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m), Scope(end: Day.AddDays(1)));
        await LoadAsync(Rows.None.Campaign(Day, 3, 4m), Scope(end: Day) with { ProfileId = TableWorld.Second });

        (await Tables.ReadDaysAsync(Select(DatasetGrain.Campaign))).Select(day => (day.Sums.Cost, day.Loaded, day.Expected))
            .Should().Equal((6m, 2, 2), (0m, 1, 2));
        (await Tables.ReadDaysAsync(Select(DatasetGrain.Campaign) with { ProfileId = TableWorld.Second }))
            .Select(day => (day.Sums.Cost, day.Loaded, day.Expected)).Should().Equal((4m, 1, 1));
    }

    [SkippableFact]
    public async Task Days_of_a_selection_add_up_to_its_rows()
    {
        var world = await TableWorld.LoadAsync(this, new Random(11));
        foreach (DatasetGrain grain in PerformanceSelection.Grains)
        {
            foreach (PerformanceSelection selection in world.Variants(Query(grain)).Select(query => query.Selection).Distinct())
            {
                PerformanceTableTotals totals = await Tables.SumAsync(new PerformanceTableQuery(selection));
                IReadOnlyList<PerformanceDaySums> days = await Tables.ReadDaysAsync(selection);

                TableWorld.Sum(days.Select(day => day.Sums)).Should().Be(totals.Sums, $"{selection}");
            }
        }
    }

    [SkippableFact]
    public async Task Movers_are_the_rows_that_changed_most_up_or_down()
    {
        await TableWorld.LoadProfilesAsync(Store, Account);
        DateOnly before = Day.AddDays(-3);
        await LoadAsync(
            Rows.None.Campaign(before, 1, 10m).Campaign(before, 2, 20m).Campaign(before, 3, 5m),
            Scope(start: before, end: before, generatedAt: Generated));
        await LoadAsync(Rows.None.Campaign(Day, 1, 4m).Campaign(Day, 3, 5m).Campaign(Day, 4, 7m));
        PerformanceTableQuery query = Query(DatasetGrain.Campaign) with { Previous = Week.Previous };

        IReadOnlyList<PerformanceTableRow> movers = await Tables.ListMoversAsync(query, PerformanceColumn.Cost, 10);
        IReadOnlyList<PerformanceTableRow> first = await Tables.ListMoversAsync(query, PerformanceColumn.Cost, 1);

        movers.Select(row => (row.CampaignId!.Value.Value, row.Previous!.Cost, row.Sums.Cost)).Should().Equal(
            (2, 20m, 0m), (4, 0m, 7m), (1, 10m, 4m));
        first.Should().Equal(movers[0]);
    }

    [SkippableFact]
    public async Task A_search_term_that_is_gone_is_a_mover_and_no_row()
    {
        await TableWorld.LoadProfilesAsync(Store, Account);
        DateOnly before = Day.AddDays(-3);
        await LoadAsync(
            Rows.None.Raw(TableWorld.SearchTermRow(before, "old mug", 9m)), Scope(Datasets.SpSearchTerm, start: before, end: before));
        await LoadAsync(Rows.None.Raw(TableWorld.SearchTermRow(Day, "new mug", 2m)), Scope(Datasets.SpSearchTerm));
        PerformanceTableQuery query = Query(DatasetGrain.SearchTerm) with { Previous = Week.Previous };

        (await PagesAsync(query, 10)).Select(row => row.Name).Should().Equal("new mug");
        (await Tables.SumAsync(query)).Should().Match<PerformanceTableTotals>(totals => totals.Rows == 1 && totals.Previous!.Cost == 0);
        (await Tables.ListMoversAsync(query, PerformanceColumn.Cost, 10)).Select(row => row.Name).Should().Equal("old mug", "new mug");
    }

    [SkippableFact]
    public async Task Nothing_is_seen_of_an_account_that_is_not_asked_for()
    {
        var world = await TableWorld.LoadAsync(this, new Random(3));
        AccountId other = (await Store.Accounts.AddAsync("Other")).AccountId;
        PerformanceRowId[] ids = [.. (await PagesAsync(Query(DatasetGrain.Campaign), 10)).Select(row => row.Id)];
        foreach (AccountId[] accounts in new AccountId[][] { [], [other] })
        {
            foreach (DatasetGrain grain in PerformanceSelection.Grains)
            {
                PerformanceSelection selection = Select(grain) with { AccountIds = accounts };
                PerformanceTableQuery query = new PerformanceTableQuery(selection) { Previous = Week.Previous };
                (await Tables.ReadPageAsync(query)).Items.Should().BeEmpty();
                (await Tables.ReadAllAsync(query).ToListAsync()).Should().BeEmpty();
                (await Tables.SumAsync(query)).Should().Be(
                    new PerformanceTableTotals(0, PerformanceSums.Zero, PerformanceSums.Zero));
                (await Tables.ListMoversAsync(query, PerformanceColumn.Cost, 5)).Should().BeEmpty();
                (await Tables.ReadDaysAsync(selection)).Should().BeEmpty();
                (await Tables.ReadDaysOfRowsAsync(selection, ids)).Should().BeEmpty();
            }

            (await Tables.ListCurrenciesAsync(accounts, Week)).Should().BeEmpty();
        }

        ids.Should().NotBeEmpty();
        world.Should().NotBeNull();
    }

    [SkippableFact]
    public async Task Currencies_are_those_of_profiles_and_figures_and_are_never_mixed()
    {
        await TableWorld.LoadProfilesAsync(Store, Account);
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m));

        (await Tables.ListCurrenciesAsync([Account], Week)).Should().Equal(
            new PerformanceTotals("EUR", 0, PerformanceSums.Zero),
            new PerformanceTotals("USD", 2, new PerformanceSums(200, 8, 5m, 20m, 2, 4)));
        (await Tables.ListCurrenciesAsync([Account], Week.Previous)).Should().Equal(
            new PerformanceTotals("EUR", 0, PerformanceSums.Zero), new PerformanceTotals("USD", 0, PerformanceSums.Zero));
    }

    [SkippableTheory]
    [InlineData("50%_off")]
    [InlineData("o'neil")]
    [InlineData("\\d")]
    [InlineData("!")]
    [InlineData("MUG")]
    [InlineData("\"; DROP TABLE ppc_campaigns; --")]
    public async Task A_text_is_searched_as_it_stands(string text)
    {
        await TableWorld.LoadProfilesAsync(Store, Account);
        string[] names = ["50%_off mugs", "50xyoff", "O'Neil", "a\\d", "wow!", "blue mug", "x\"; DROP TABLE ppc_campaigns; --"];
        await Store.Sink.LoadEntitiesAsync(
            new EntityScope(Account, Profile), Pages<CampaignRecord>([.. names.Select((name, i) => Campaign(i + 1, name))]));

        (await PagesAsync(Query(DatasetGrain.Campaign) with { Text = text }, 10)).Select(row => row.Name).Should()
            .BeEquivalentTo(names.Where(name => name.Contains(text, StringComparison.OrdinalIgnoreCase))).And.NotBeEmpty();
    }

    [SkippableFact]
    public async Task A_query_that_is_not_valid_names_the_field_and_what_is_allowed()
    {
        PerformanceTableQuery good = Query(DatasetGrain.Campaign);
        (PerformanceTableQuery Query, string Says)[] wrong =
        [
            (Query(DatasetGrain.Ad), "Grain 'Ad': has no table. Allowed: Campaign, AdGroup, Target"),
            (With(good.Selection with { CurrencyCode = "usd" }), "CurrencyCode 'usd'"),
            (With(good.Selection with { Period = new PerformancePeriod(Day, Day.AddDays(-1)) }), "Period '2026-03-01 to 2026-02-28'"),
            (With(good.Selection with { AdProduct = "SP" }), "AdProduct 'SP'"),
            (With(good.Selection with { AdGroupId = new AdGroupId(1) }), "AdGroupId '1': cannot be used here"),
            (good with { Text = "" }, "Text ''"),
            (good with { Sort = new PerformanceSort((PerformanceColumn)99, false) }, "Sort '99'"),
            (good with { Minimums = [new PerformanceMinimum(PerformanceColumn.Name, 1)] }, "Minimums 'Name'"),
        ];
        foreach ((PerformanceTableQuery query, string says) in wrong)
        {
            foreach (Func<Task> read in new Func<Task>[]
            {
                () => Tables.ReadPageAsync(query), () => Tables.SumAsync(query), async () => await Tables.ReadAllAsync(query).ToListAsync(),
            })
            {
                (await read.Should().ThrowAsync<PpcAdsValidationException>()).Which.Message.Should().Contain(says);
            }
        }

        foreach (string token in new[] { "x", "1.2.sp.3~abc", "1.1001.sp.1~", "1.1001.xx.1~5", "1.1001.sp.1~NaN" })
        {
            await FluentActions.Awaiting(() => Tables.ReadPageAsync(good, new PageRequest(10, token))).Should()
                .ThrowAsync<PpcAdsValidationException>(token);
        }

        await FluentActions.Awaiting(() => Tables.ReadPageAsync(good, new PageRequest(0))).Should().ThrowAsync<PpcAdsValidationException>();
        await FluentActions.Awaiting(() => Tables.ListMoversAsync(good, PerformanceColumn.Cost, 5)).Should()
            .ThrowAsync<PpcAdsValidationException>().WithMessage("*Previous*");
        await FluentActions.Awaiting(() => Tables.ListMoversAsync(good with { Previous = Week.Previous }, PerformanceColumn.Acos, 5))
            .Should().ThrowAsync<PpcAdsValidationException>().WithMessage("*Acos*Allowed: Cost, Sales*");
    }

    internal Task<LoadResult> LoadRowsAsync(Rows rows, LoadScope scope) => LoadAsync(rows, scope);

    internal LoadScope ScopeOf(Dataset dataset, DateOnly start, DateOnly end) => Scope(dataset, start, end);

    internal StoreUnderTest Stores => Store;

    internal AccountId OwnAccount => Account;

    internal static ProfileId FirstProfile => Profile;

    internal static DateOnly FirstDay => Day;

    private PerformanceSelection Select(DatasetGrain grain) => new(grain, [Account], "USD", Week);

    private PerformanceTableQuery Query(DatasetGrain grain) => new(Select(grain));

    private static PerformanceTableQuery With(PerformanceSelection selection) => new(selection);

    private async Task<List<PerformanceTableRow>> PagesAsync(PerformanceTableQuery query, int size)
    {
        var all = new List<PerformanceTableRow>();
        string? after = null;
        do
        {
            ReadPage<PerformanceTableRow> page = await Tables.ReadPageAsync(query, new PageRequest(size, after));
            page.Items.Should().HaveCountLessThanOrEqualTo(size);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
