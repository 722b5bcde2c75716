using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Recompute;

/// <summary>Sums that other hands changed are healed, and right ones are not written.</summary>
public abstract class RecomputeTests : LoadContract
{
    protected abstract PpcAdsDatabase Database { get; }

    protected abstract Task ExecuteAsync(string sql);

    [SkippableFact]
    public async Task Sums_that_are_right_are_not_written()
    {
        await LoadAllAsync();

        (await Database.RecomputeAsync()).Total.Should().Be(0);
    }

    [SkippableFact]
    public async Task Sums_that_were_changed_are_computed_again_from_the_rows()
    {
        await LoadAllAsync();
        IReadOnlyList<PerformanceSummary?> before = await SumsAsync();
        await ExecuteAsync("UPDATE ppc_campaigns SET clicks_total = clicks_total + 1000, impressions_30d = NULL WHERE campaign_id = 1");
        await ExecuteAsync("UPDATE ppc_ad_groups SET orders_total = 7, as_of = NULL");
        await ExecuteAsync("DELETE FROM ppc_keywords");
        Store.Time.Advance(TimeSpan.FromHours(1));

        (await Database.RecomputeAsync(Account)).Total.Should().Be(3);

        (await SumsAsync()).Should().BeEquivalentTo(before, sums => sums.WithStrictOrdering());
        (await Database.RecomputeAsync()).Total.Should().Be(0);
    }

    [SkippableFact]
    public async Task Rows_that_are_gone_leave_0()
    {
        await LoadAllAsync();
        await ExecuteAsync("DELETE FROM performance_facts WHERE campaign_id = 2");

        (await Database.RecomputeAsync()).Entities.Should().Be(1);

        (await CampaignAsync(2))!.Total.Should().Be(new PerformanceSums(0, 0, 0, 0, 0, 0));
    }

    /// <summary>A report heals the rows of its days; sums are of what the rows are, whenever they are recomputed.</summary>
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_was_changed_by_hand_is_what_the_next_report_says(bool recomputesFirst)
    {
        Rows rows = Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m);
        await LoadAsync(rows);
        IReadOnlyList<PerformanceSummary?> before = await SumsAsync();
        IReadOnlyList<PerformanceRecord> stored = await RecordsAsync();
        await ExecuteAsync("UPDATE performance_facts SET clicks = clicks + 7, units = 99 WHERE campaign_id = 1");
        if (recomputesFirst)
        {
            (await Database.RecomputeAsync()).Entities.Should().Be(1);
        }

        LoadResult again = await LoadAsync(rows, Scope(generatedAt: Generated.AddHours(1)));

        (again.Changed, again.Unchanged).Should().Be((1, 1));
        (await RecordsAsync()).Should().BeEquivalentTo(stored, rows => rows.WithStrictOrdering().Excluding(row => row.ChangedAt));
        (await Database.RecomputeAsync()).Entities.Should().Be(recomputesFirst ? 0 : 1);
        (await SumsAsync()).Should().BeEquivalentTo(before, sums => sums.WithStrictOrdering());
    }

    [SkippableFact]
    public async Task Another_accounts_sums_are_left_alone()
    {
        await LoadAllAsync();
        await ExecuteAsync("UPDATE ppc_campaigns SET clicks_total = 1000 WHERE campaign_id = 1");

        (await Database.RecomputeAsync(new AccountId(Account.Value + 1))).Total.Should().Be(0);

        (await CampaignAsync(1))!.Total.Clicks.Should().Be(1000);
    }

    private async Task LoadAllAsync()
    {
        await Store.Sink.LoadEntitiesAsync(
            new EntityScope(Account),
            Pages<ProfileRecord>([new ProfileRecord { ProfileId = Profile, Region = AmazonAdsRegion.NorthAmerica, CurrencyCode = "USD" }]));
        await Store.Sink.LoadEntitiesAsync(new EntityScope(Account, Profile), Pages<CampaignRecord>([Campaign(1), Campaign(9)]));

        // Campaign 1 has rows of two currencies, 9 has none, and a day has left the last 30.
        DateOnly last = Day.AddDays(40);
        await LoadAsync(
            Rows.None.Campaign(Day, 1, 2m, 100, 10m).Campaign(last, 2, 3m, 300, 4m)
                .Raw($$"""{"date":"{{last:yyyy-MM-dd}}","campaignId":1,"cost":5,"impressions":1,"campaignBudgetCurrencyCode":"EUR"}"""),
            Scope(end: last, generatedAt: Generated.AddDays(40)));
        await LoadAsync(Rows.None.AdGroup(Day, 1, 2, 4m), Scope(Datasets.SpAdGroup));
        await LoadAsync(Rows.None.Target(Day, 1, 2, 3, cost: 3m).Target(Day, 1, 2, 4, "TARGETING_EXPRESSION", 1m), Scope(Datasets.SpTarget));
    }

    private async Task<IReadOnlyList<PerformanceSummary?>> SumsAsync()
    {
        var ours = new EntityQuery(Account);
        return
        [
            .. (await Store.Reader.ListCampaignsAsync(ours)).Items.Select(item => item.Performance),
            .. (await Store.Reader.ListAdGroupsAsync(ours)).Items.Select(item => item.Performance),
            .. (await Store.Reader.ListKeywordsAsync(ours)).Items.Select(item => item.Performance),
            .. (await Store.Reader.ListTargetsAsync(ours)).Items.Select(item => item.Performance),
        ];
    }
}
