using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>The sums that stand on entities.</summary>
public abstract class AggregateContract : LoadContract
{
    [SkippableFact]
    public async Task Sums_and_rates_stand_on_the_campaign()
    {
        await ListAsync(1);
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m, 100, 10m).Campaign(Day.AddDays(1), 1, 3m, 300, 0m));

        PerformanceSummary summary = (await CampaignAsync(1))!;

        summary.Should().Match<PerformanceSummary>(sums => sums.From == Day && sums.AsOf == Day.AddDays(1) && sums.CurrencyCode == "USD");
        summary.Total.Should().Be(new PerformanceSums(400, 8, 5m, 10m, 2, 4));
        summary.Last30Days.Should().Be(summary.Total);
        summary.Total.Acos.Should().Be(0.5m);
        summary.Total.Ctr.Should().Be(0.02m);
    }

    [SkippableFact]
    public async Task A_grain_that_is_not_loaded_is_null_not_0()
    {
        await ListAsync(1);
        await LoadAsync(Rows.None.AdGroup(Day, 1, 2), Scope(Datasets.SpAdGroup));

        (await CampaignAsync(1)).Should().BeNull();
        (await Store.Reader.ListAdGroupsAsync(new EntityQuery(Account))).Items.Single().Performance!.Total.Cost.Should().Be(1.5m);
    }

    [SkippableFact]
    public async Task A_campaign_without_a_row_has_0_once_its_grain_is_loaded()
    {
        await ListAsync(1, 2);

        await LoadAsync(Rows.None.Campaign(Day, 1));

        (await CampaignAsync(2))!.Total.Should().Be(new PerformanceSums(0, 0, 0, 0, 0, 0));
        (await CampaignAsync(2))!.Total.Acos.Should().BeNull();
    }

    [SkippableFact]
    public async Task Each_grain_sums_its_own_dataset()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 9m));
        await LoadAsync(Rows.None.AdGroup(Day, 1, 2, 4m), Scope(Datasets.SpAdGroup));
        await LoadAsync(Rows.None.Target(Day, 1, 2, 3, cost: 3m).Target(Day, 1, 2, 4, "TARGETING_EXPRESSION", 1m), Scope(Datasets.SpTarget));

        (await CampaignAsync(1))!.Total.Cost.Should().Be(9m);
        (await Store.Reader.ListAdGroupsAsync(new EntityQuery(Account))).Items.Single().Performance!.Total.Cost.Should().Be(4m);
        StoredEntity<KeywordRecord> keyword = (await Store.Reader.ListKeywordsAsync(new EntityQuery(Account))).Items.Single();
        keyword.Entity.KeywordId.Should().Be(new KeywordId(3));
        keyword.Performance!.Total.Cost.Should().Be(3m);
    }

    [SkippableFact]
    public async Task Restated_and_vanished_rows_change_the_sums()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 7m));

        await LoadAsync(Rows.None.Campaign(Day, 1, 3m), Scope(generatedAt: Generated.AddHours(1)));

        (await CampaignAsync(1))!.Total.Cost.Should().Be(3m);
        (await CampaignAsync(2))!.Total.Cost.Should().Be(0m);
    }

    [SkippableFact]
    public async Task The_last_30_days_of_a_paused_campaign_run_out()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 7m), Scope(start: Day, end: Day));
        DateOnly later = Day.AddDays(30);

        await LoadAsync(Rows.None.Campaign(later, 2, 5m), Scope(start: later, end: later, generatedAt: Generated.AddDays(31)));

        PerformanceSummary paused = (await CampaignAsync(1))!;
        paused.AsOf.Should().Be(later);
        paused.Total.Cost.Should().Be(2m);
        paused.Last30Days.Cost.Should().Be(0m);
        (await CampaignAsync(2))!.Last30Days.Cost.Should().Be(5m);
    }

    [SkippableFact]
    public async Task The_window_of_30_days_counts_both_ends()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m), Scope(start: Day, end: Day));
        DateOnly later = Day.AddDays(29);

        await LoadAsync(Rows.None.Campaign(later, 1, 5m), Scope(start: later, end: later, generatedAt: Generated.AddDays(30)));

        (await CampaignAsync(1))!.Last30Days.Cost.Should().Be(7m);
    }

    [SkippableFact]
    public async Task An_id_that_no_list_knows_gets_an_entity_that_a_list_completes_later()
    {
        await LoadAsync(Rows.None.Campaign(Day, 8, 2m));
        StoredEntity<CampaignRecord> stub = (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single();
        stub.Source.Should().Be(EntitySource.Report);
        stub.Entity.Name.Should().BeNull();

        LoadResult listed = await Store.Sink.LoadEntitiesAsync(new EntityScope(Account, Profile), Pages([Campaign(8)]));

        listed.Changed.Should().Be(1);
        StoredEntity<CampaignRecord> complete = (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single();
        complete.Source.Should().Be(EntitySource.List);
        complete.Entity.Name.Should().Be("Mugs");
        complete.Performance!.Total.Cost.Should().Be(2m);
    }

    [SkippableFact]
    public async Task Target_stubs_carry_what_the_report_says()
    {
        await LoadAsync(Rows.None.Target(Day, 1, 2, 3, "PHRASE"), Scope(Datasets.SpTarget));

        KeywordRecord keyword = (await Store.Reader.ListKeywordsAsync(new EntityQuery(Account))).Items.Single().Entity;

        keyword.Should().Match<KeywordRecord>(row => row.KeywordText == "blue mug" && row.MatchType == "PHRASE" && row.AdGroupId == new AdGroupId(2));
    }

    [SkippableFact]
    public async Task A_report_about_more_entities_than_a_load_gathers_sums_of_is_summed_all_the_same()
    {
        const int Campaigns = 32_800;
        Rows rows = Rows.None.Campaign(Day, Campaigns, 4m);
        for (int id = 1; id <= Campaigns; id++)
        {
            rows.Campaign(Day.AddDays(1), id, 2m);
        }

        await LoadAsync(rows);

        (await CampaignAsync(1))!.Total.Should().Be(new PerformanceSums(100, 4, 2m, 10m, 1, 2));
        (await CampaignAsync(Campaigns))!.Last30Days.Should().Be(new PerformanceSums(200, 8, 6m, 20m, 2, 4));
    }

    [SkippableFact]
    public async Task Sums_are_of_one_currency_the_profiles_if_there_are_rows_of_it()
    {
        static string Row(DateOnly day, long campaign, string currency, decimal cost) => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $$"""{"date":"{{day:yyyy-MM-dd}}","campaignId":{{campaign}},"cost":{{cost}},"impressions":1,"campaignBudgetCurrencyCode":"{{currency}}"}""");

        await StoreProfileAsync("USD");
        await LoadAsync(Rows.None
            .Raw(Row(Day, 1, "EUR", 10m)).Raw(Row(Day.AddDays(1), 1, "USD", 3m))
            .Raw(Row(Day, 2, "GBP", 7m)).Raw(Row(Day.AddDays(1), 2, "EUR", 6m))
            .Raw(Row(Day, 3, "USD", 1m)));

        await MustBeAsync(1, "USD", 3m);
        await MustBeAsync(2, "EUR", 6m);
        await MustBeAsync(3, "USD", 1m);

        // Row by row: a row that gets another currency, one that changes in one that does not count, and the first in the profile's.
        await LoadAsync(
            Rows.None.Raw(Row(Day, 1, "USD", 10m)).Raw(Row(Day, 2, "GBP", 8m)).Raw(Row(Day, 3, "EUR", 1m)), Scope(start: Day, end: Day, generatedAt: Generated.AddHours(1)));
        await MustBeAsync(1, "USD", 13m);
        await MustBeAsync(2, "EUR", 6m);
        await MustBeAsync(3, "EUR", 1m);
        await LoadAsync(
            Rows.None.Raw(Row(Day.AddDays(2), 2, "USD", 5m)), Scope(start: Day.AddDays(2), end: Day.AddDays(2), generatedAt: Generated.AddHours(2)));
        await MustBeAsync(2, "USD", 5m);

        async Task MustBeAsync(long campaign, string currency, decimal cost)
        {
            PerformanceSummary sums = (await CampaignAsync(campaign))!;
            (sums.CurrencyCode, sums.Total.Cost, sums.Last30Days.Cost).Should().Be((currency, cost, cost));
        }
    }

    [SkippableFact]
    public async Task Once_a_profile_has_another_currency_its_sums_are_of_that()
    {
        await StoreProfileAsync("USD");
        await LoadAsync(Rows.None.Campaign(Day, 1, 9m));
        await StoreProfileAsync("EUR");

        await LoadAsync(
            Rows.None.Raw($$"""{"date":"{{Day.AddDays(1):yyyy-MM-dd}}","campaignId":1,"cost":2,"campaignBudgetCurrencyCode":"EUR"}"""),
            Scope(start: Day.AddDays(1), end: Day.AddDays(1), generatedAt: Generated.AddDays(1)) with { CurrencyCode = "EUR" });

        PerformanceSummary sums = (await CampaignAsync(1))!;
        (sums.CurrencyCode, sums.Total.Cost).Should().Be(("EUR", 2m));
        (await RecordsAsync()).Select(record => record.CurrencyCode).Should().Equal("USD", "EUR");
    }

    /// <summary>Amazon's ids are unique within an ad product only.</summary>
    [SkippableFact]
    public async Task Campaigns_of_two_products_with_one_id_are_two_each_with_its_own_sums()
    {
        await ListAsync(1);
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m));
        CampaignRecord brands = Campaign(1, "Brands") with { AdProduct = AdProducts.SponsoredBrands };
        (await Store.Sink.LoadEntitiesAsync(new EntityScope(Account, Profile), Pages([brands]))).Inserted.Should().Be(1);
        await LoadAsync(Rows.None.Campaign(Day, 1, 7m), Scope(Datasets.SbCampaign));
        await LoadAsync(Rows.None.Campaign(Day, 1, 5m), Scope(Datasets.SdCampaign));

        IReadOnlyList<StoredEntity<CampaignRecord>> stored = (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items;

        stored.Select(row => (row.Entity.AdProduct, row.Entity.Name, row.Performance!.Total.Cost)).Should().Equal(
            (AdProducts.SponsoredBrands, "Brands", 7m),
            (AdProducts.SponsoredDisplay, null, 5m),
            (AdProducts.SponsoredProducts, "Mugs", 2m));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_of_a_list_end_between_two_campaigns_of_one_id_as_between_any(bool isOfProfile)
    {
        CampaignRecord[] campaigns =
        [
            .. from id in new long[] { 1, 2, 3 }
               from product in new[] { AdProducts.SponsoredBrands, AdProducts.SponsoredDisplay, AdProducts.SponsoredProducts }
               select Campaign(id) with { AdProduct = product },
        ];
        await Store.Sink.LoadEntitiesAsync(new EntityScope(Account, Profile), Pages<CampaignRecord>([.. campaigns.Reverse()]));
        var read = new List<CampaignRecord>();
        string? after = null;
        do
        {
            ReadPage<StoredEntity<CampaignRecord>> page = await Store.Reader.ListCampaignsAsync(
                new EntityQuery(Account, isOfProfile ? Profile : null), new PageRequest(2, after));
            read.AddRange(page.Items.Select(item => item.Entity));
            after = page.Next;
        }
        while (after is not null);

        read.Should().Equal(campaigns);
    }

    private Task<LoadResult> StoreProfileAsync(string currency) => Store.Sink.LoadEntitiesAsync(
        new EntityScope(Account),
        Pages<ProfileRecord>([new ProfileRecord { ProfileId = Profile, Region = AmazonAdsRegion.NorthAmerica, CurrencyCode = currency }]));

    private Task<LoadResult> ListAsync(params long[] campaigns) =>
        Store.Sink.LoadEntitiesAsync(new EntityScope(Account, Profile), Pages<CampaignRecord>([.. campaigns.Select(id => Campaign(id))]));

    /// <summary>First loads, restatements, late backfills, duplicates, older reports, vanished rows: in any order, by a seed.</summary>
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_loads_the_sums_are_those_of_the_rows(int seed)
    {
        var random = new Random(seed);
        for (int load = 0; load < 25; load++)
        {
            DateOnly start = Day.AddDays(random.Next(45));
            DateOnly end = start.AddDays(random.Next(6));
            Rows rows = Rows.None;
            for (DateOnly day = start; day <= end; day = day.AddDays(1))
            {
                foreach (long campaign in Enumerable.Range(1, 5).Where(_ => random.Next(4) > 0))
                {
                    // One of eight comes twice; half of the figures are as they may have been before.
                    for (int copies = random.Next(8) == 0 ? 2 : 1; copies > 0; copies--)
                    {
                        rows.Campaign(day, campaign, random.Next(2) == 0 ? 1.5m : random.Next(1_000_000) / 1_000_000m, random.Next(500));
                    }
                }
            }

            await LoadAsync(rows, Scope(start: start, end: end, generatedAt: Generated.AddHours(random.Next(load + 1) == 0 ? 0 : load)));
            await CompareSumsAsync($"load {load} of seed {seed}, {start} to {end}");
        }
    }

    private async Task CompareSumsAsync(string because)
    {
        IReadOnlyList<PerformanceRecord> records = await RecordsAsync();
        IReadOnlyList<PerformanceDay> days = await DaysAsync();
        DateOnly asOf = days.Max(day => day.Date);
        days.Select(day => (day.Date, day.Rows)).Should().Equal(
            days.Select(day => (day.Date, (long)records.Count(record => record.Date == day.Date))), because);
        foreach (StoredEntity<CampaignRecord> campaign in (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items)
        {
            List<PerformanceRecord> own = [.. records.Where(record => record.CampaignId == campaign.Entity.CampaignId)];
            List<PerformanceRecord> recent = [.. own.Where(record => record.Date >= asOf.AddDays(-29))];
            PerformanceSummary sums = campaign.Performance!;
            (sums.From, sums.AsOf).Should().Be((days.Min(day => day.Date), asOf), because);
            sums.Total.Cost.Should().Be(own.Sum(record => record.Metrics[PerformanceMetric.Cost]), because);
            sums.Total.Impressions.Should().Be((long)own.Sum(record => record.Metrics[PerformanceMetric.Impressions]), because);
            sums.Last30Days.Cost.Should().Be(recent.Sum(record => record.Metrics[PerformanceMetric.Cost]), because);
            sums.Last30Days.Orders.Should().Be((long)recent.Sum(record => record.Metrics[PerformanceMetric.Orders]), because);
        }
    }
}
