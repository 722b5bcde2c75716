using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.StoreContracts.Xunit;

#pragma warning disable CS1591 // The names of the tests say what they are about.
public abstract partial class EtlSinkContract
{
    [SkippableFact]
    public async Task A_first_load_inserts_every_row_with_its_metrics()
    {
        LoadResult result = await LoadAsync(ReportRows.None.Campaign(Day, 1, 12.345678m).Campaign(Day.AddDays(1), 1));

        Assert.Equal(new LoadResult { Inserted = 2 }, result);
        PerformanceRecord record = (await RowsAsync())[0];
        Assert.Equal((Store.AccountId, Profile, "sp.campaign"), (record.AccountId, record.ProfileId, record.Dataset));
        Assert.Equal(
            (Day, "1", new CampaignId(1), "USD"), (record.Date, record.EntityKey, record.CampaignId, record.CurrencyCode));
        Assert.Equal(12.345678m, record.Metrics[PerformanceMetric.Cost]);
        Assert.Equal(100, record.Metrics[PerformanceMetric.Impressions]);
        Assert.Equal(10m, record.Metrics[PerformanceMetric.Sales]);
        Assert.Equal(20m, record.Metrics[PerformanceMetric.Sales14d]);

        // A reported metric that a row leaves out is 0; one that the dataset does not report is absent.
        Assert.Equal(0, record.Metrics[PerformanceMetric.Units30d]);
        Assert.DoesNotContain(PerformanceMetric.ViewableImpressions, record.Metrics.Keys);
    }

    [SkippableFact]
    public async Task Headline_metrics_follow_the_attribution_window()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1, sales7d: 10m), Scope() with { AttributionDays = 14 });

        PerformanceRecord record = Assert.Single(await RowsAsync());
        Assert.Equal(14, record.AttributionDays);
        Assert.Equal(20m, record.Metrics[PerformanceMetric.Sales]);
        Assert.Equal(10m, record.Metrics[PerformanceMetric.Sales7d]);
    }

    [SkippableFact]
    public async Task The_same_figures_by_another_attribution_window_are_a_change()
    {
        ReportRows rows = ReportRows.None.Raw("""{"date":"2026-03-01","campaignId":1,"campaignBudgetCurrencyCode":"USD","impressions":10,"cost":2}""");
        await LoadAsync(rows);

        LoadResult again = await LoadAsync(rows, Later(1) with { AttributionDays = 14 });

        Assert.Equal(1, again.Changed);
        Assert.Equal(14, Assert.Single(await RowsAsync()).AttributionDays);
    }

    [SkippableFact]
    public async Task Loading_the_same_again_changes_nothing_not_even_the_instant_of_change()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(Day, 2));
        IReadOnlyList<PerformanceRecord> before = await RowsAsync();
        Store.Advance(TimeSpan.FromHours(1));

        LoadResult again = await LoadAsync(ReportRows.None.Campaign(Day, 2).Campaign(Day, 1));

        Assert.Equal(new LoadResult { Unchanged = 2 }, again);
        Assert.Equal(before.Select(row => row.ChangedAt), (await RowsAsync()).Select(row => row.ChangedAt));
    }

    [SkippableFact]
    public async Task Restated_rows_change_and_vanished_rows_go()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day, 3));

        LoadResult again = await LoadAsync(ReportRows.None.Campaign(Day, 1, 2m).Campaign(Day, 2).Campaign(Day, 4));

        Assert.Equal(new LoadResult { Inserted = 1, Changed = 1, Unchanged = 1, Removed = 1 }, again);
        Assert.Equal(["1", "2", "4"], await KeysAsync());
        Assert.Equal([2m, 1.5m, 1.5m], await CostsAsync());
    }

    [SkippableFact]
    public async Task Rows_of_one_day_and_key_are_added_up()
    {
        LoadResult result = await LoadAsync(ReportRows.None.Campaign(Day, 1, 1.25m).Campaign(Day, 1, 2.5m).Campaign(Day, 1, 3m));

        Assert.Equal(new LoadResult { Inserted = 1, Duplicates = 2 }, result);
        PerformanceRecord row = Assert.Single(await RowsAsync());
        Assert.Equal(6.75m, row.Metrics[PerformanceMetric.Cost]);
        Assert.Equal(300, row.Metrics[PerformanceMetric.Impressions]);
    }

    [SkippableFact]
    public async Task Rows_of_days_that_were_not_asked_for_are_left_out_and_counted()
    {
        LoadResult result = await LoadAsync(
            ReportRows.None.Campaign(Day, 1).Campaign(Day.AddDays(9), 1), Scope(start: Day, end: Day));

        Assert.Equal(new LoadResult { Inserted = 1, Ignored = 1 }, result);
        Assert.Equal(Day, Assert.Single(await RowsAsync()).Date);
    }

    [SkippableFact]
    public async Task Days_and_datasets_that_a_report_is_not_about_stay()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(Day.AddDays(1), 1));
        await LoadAsync(ReportRows.None.AdGroup(Day, 1, 2), Scope(Datasets.SpAdGroup));

        await LoadAsync(ReportRows.None.Campaign(Day, 2), Scope(start: Day, end: Day, generatedAt: Generated.AddHours(1)));

        Assert.Equal([(Day, "2"), (Day.AddDays(1), "1")], (await RowsAsync()).Select(row => (row.Date, row.EntityKey)));
        Assert.Equal(["1.2"], await KeysAsync(Datasets.SpAdGroup));
    }

    [SkippableFact]
    public async Task An_older_report_that_lands_after_a_newer_one_changes_nothing()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1, 2m));

        LoadResult older = await LoadAsync(ReportRows.None.Campaign(Day, 1, 1m).Campaign(Day, 5), Later(-1));

        Assert.Equal(new LoadResult { Ignored = 2 }, older);
        Assert.Equal([2m], await CostsAsync());
    }

    [SkippableFact]
    public async Task Of_overlapping_reports_each_day_keeps_the_newest()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1, 2m), Scope(start: Day, end: Day));

        LoadResult older = await LoadAsync(ReportRows.None.Campaign(Day, 1, 1m).Campaign(Day.AddDays(1), 1, 1m), Later(-1));

        Assert.Equal(new LoadResult { Inserted = 1, Ignored = 1 }, older);
        Assert.Equal([2m, 1m], await CostsAsync());
    }

    [SkippableFact]
    public async Task What_Amazon_no_longer_had_is_never_touched()
    {
        DateOnly last = Day.AddDays(5);
        await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(last, 1).Campaign(last, 2), Scope(end: last));

        LoadResult later = await LoadAsync(
            ReportRows.None.Campaign(last, 2),
            Scope(end: last, generatedAt: Generated.AddDays(1)) with { RetentionStart = Day.AddDays(1) });

        Assert.Equal(1, later.Removed);
        Assert.Equal([(Day, "1"), (last, "2")], (await RowsAsync()).Select(row => (row.Date, row.EntityKey)));
    }

    [SkippableFact]
    public async Task Money_is_exact_to_six_decimals_and_rounded_half_to_even_beyond()
    {
        LoadResult result = await LoadAsync(ReportRows.None
            .Raw("""{"date":"2026-03-01","campaignId":1,"cost":0.1234565}""")
            .Raw("""{"date":"2026-03-01","campaignId":2,"cost":0.1234575}""")
            .Raw("""{"date":"2026-03-01","campaignId":3,"cost":999999999.999999}"""));

        Assert.Equal(2, result.RoundedAmounts);
        Assert.Equal([0.123456m, 0.123458m, 999999999.999999m], await CostsAsync());
    }

    [SkippableFact]
    public async Task Ad_groups_and_targets_are_keyed_under_their_parents()
    {
        await LoadAsync(ReportRows.None.AdGroup(Day, 1, 2), Scope(Datasets.SpAdGroup));
        await LoadAsync(
            ReportRows.None.Target(Day, 1, 2, 3).Target(Day, 1, 2, 4, "TARGETING_EXPRESSION_PREDEFINED")
                .Target(Day, 1, 2, 5, "TARGETING_EXPRESSION"),
            Scope(Datasets.SpTarget));

        Assert.Equal(["1.2"], await KeysAsync(Datasets.SpAdGroup));
        IReadOnlyList<PerformanceRecord> targets = await RowsAsync(Datasets.SpTarget);
        Assert.Equal(["1.2.k3", "1.2.t4", "1.2.t5"], targets.Select(row => row.EntityKey));
        Assert.Equal(["keyword", "auto", "product"], targets.Select(row => row.Texts[PerformanceText.TargetKind]));
        Assert.Equal((3, new AdGroupId(2)), (targets[0].TargetId, targets[0].AdGroupId));
        Assert.Equal("blue mug", targets[0].Texts[PerformanceText.TargetText]);
    }

    [SkippableFact]
    public async Task What_Amazon_could_not_place_is_kept()
    {
        await LoadAsync(
            ReportRows.None.Target(Day, 1, 2, "Unallocated").Target(Day, 1, 2, -20).Target(Day, 1, 2, 3),
            Scope(Datasets.SpTarget));

        IReadOnlyList<PerformanceRecord> targets = await RowsAsync(Datasets.SpTarget);
        Assert.Equal(3, targets.Count);
        List<PerformanceRecord> unplaced = [.. targets.Where(row => row.Texts[PerformanceText.TargetKind] == "unallocated")];
        Assert.Equal(2, unplaced.Count);
        Assert.All(unplaced, row => Assert.Null(row.TargetId));
        Assert.Equal(4.5m, targets.Sum(row => row.Metrics[PerformanceMetric.Cost]));
    }

    [SkippableFact]
    public async Task Ids_of_64_bits_are_kept_and_larger_ones_rejected()
    {
        LoadResult result = await LoadAsync(
            ReportRows.None
                .Campaign(Day, long.MaxValue)
                .Raw("""{"date":"2026-03-01","campaignId":"9007199254740993"}""")
                .Raw("""{"date":"2026-03-01","campaignId":9223372036854775808}"""),
            Scope() with { MaxRejectedShare = 1 });

        Assert.Equal(new LoadResult { Inserted = 2, Rejected = 1 }, result);
        Assert.Equal(
            [9_007_199_254_740_993, long.MaxValue], (await RowsAsync()).Select(row => row.CampaignId!.Value.Value).Order());
    }

    [SkippableFact]
    public async Task Keys_compare_byte_by_byte()
    {
        LoadResult result = await LoadAsync(
            ReportRows.None.Target(Day, 1, 2, "ABC").Target(Day, 1, 2, "abc"), Scope(Datasets.SpTarget));

        Assert.Equal(2, result.Inserted);
        Assert.Equal(2, (await RowsAsync(Datasets.SpTarget)).Count);
    }

    [SkippableFact]
    public async Task Two_accounts_with_one_profile_neither_see_nor_change_each_other()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1, 1m));
        await LoadAsync(ReportRows.None.Campaign(Day, 1, 5m).Campaign(Day, 2, 5m), Scope(account: Store.OtherAccountId));

        LoadResult again = await LoadAsync(ReportRows.None.Campaign(Day, 1, 1m));

        Assert.Equal(new LoadResult { Unchanged = 1 }, again);
        Assert.Equal([1m], await CostsAsync());
        Assert.Equal(["1", "2"], await KeysAsync(account: Store.OtherAccountId));
    }
}
