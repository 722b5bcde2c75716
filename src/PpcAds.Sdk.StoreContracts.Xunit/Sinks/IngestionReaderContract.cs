using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.StoreContracts.Xunit;

/// <summary>
/// What every <see cref="IIngestionReader"/> must return of what its sink stored. Derive from it in your test project.
/// </summary>
#pragma warning disable CS1591 // The names of the tests say what they are about.
public abstract class IngestionReaderContract : SinkContract
{
    private static readonly DateTimeOffset LongAgo = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset FarAhead = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Every_day_that_was_asked_for_stands_in_the_ledger_even_without_rows()
    {
        Assert.Empty(await DaysAsync());
        await LoadAsync(ReportRows.None.Campaign(Day, 1), Scope(start: Day, end: Day.AddDays(2)));

        IReadOnlyList<PerformanceDay> days = await DaysAsync();
        Assert.Equal([Day, Day.AddDays(1), Day.AddDays(2)], days.Select(day => day.Date));
        Assert.Equal(
            [PerformanceDayState.Loaded, PerformanceDayState.Empty, PerformanceDayState.Empty], days.Select(day => day.State));
        Assert.Equal((1, 100, 4, 1.5m), (days[0].Rows, days[0].Impressions, days[0].Clicks, days[0].Cost));
        Assert.All(days, day => Assert.Equal((Scope().ReportId, Generated), (day.ReportId, day.ReportGeneratedAt)));
    }

    [SkippableFact]
    public async Task A_day_of_the_ledger_follows_its_rows()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day, 3));
        await LoadAsync(ReportRows.None.Campaign(Day, 1, 2m).Campaign(Day, 2).Campaign(Day, 4), Later(1));

        PerformanceDay day = (await DaysAsync())[0];
        Assert.Equal(
            (PerformanceDayState.Loaded, 3, 1, 5m, Generated.AddHours(1)),
            (day.State, day.Rows, day.RowsRemoved, day.Cost, day.ReportGeneratedAt));
    }

    [SkippableFact]
    public async Task An_older_report_and_one_that_was_rejected_leave_the_ledger_as_it_is()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1));
        IReadOnlyList<PerformanceDay> before = await DaysAsync();

        await LoadAsync(ReportRows.None.Campaign(Day, 1, 9m), Later(-1));
        await Assert.ThrowsAsync<ReportRejectedException>(() => LoadAsync(ReportRows.None.Raw("17"), Later(1)));

        Assert.Equal(before, await DaysAsync());
    }

    [SkippableFact]
    public async Task Ledgers_of_accounts_profiles_and_datasets_are_their_own()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1));

        Assert.Empty(await Store.Reader.ListDaysAsync(Store.OtherAccountId, Profile, Datasets.SpCampaign.Id));
        Assert.Empty(await Store.Reader.ListDaysAsync(Store.AccountId, new ProfileId(2_000), Datasets.SpCampaign.Id));
        Assert.Empty(await Store.Reader.ListDaysAsync(Store.AccountId, Profile, Datasets.SpAdGroup.Id));
    }

    [SkippableFact]
    public async Task Every_day_of_a_suspect_report_is_suspect_and_keeps_the_time_of_its_figures()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day), Scope(start: Day, end: Day));

        await LoadAsync(
            ReportRows.None.Campaign(Day, 1, 9m).Campaign(Day.AddDays(1), 1),
            Scope(start: Day, end: Day.AddDays(2), generatedAt: Generated.AddHours(1)));

        IReadOnlyList<PerformanceDay> days = await DaysAsync();
        Assert.Equal(3, days.Count);
        Assert.All(days, day => Assert.Equal(PerformanceDayState.Suspect, day.State));
        Assert.Equal([Generated, Generated.AddHours(1), Generated.AddHours(1)], days.Select(day => day.ReportGeneratedAt));
        Assert.Equal([40, 1, 0], days.Select(day => day.Rows));
    }

    [SkippableFact]
    public async Task A_believed_report_makes_suspect_days_loaded_again()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day));
        await LoadAsync(ReportRows.None, Later(1));

        await LoadAsync(ReportRows.None.Many(Forty, Day), Later(2));

        PerformanceDay day = (await DaysAsync())[0];
        Assert.Equal((PerformanceDayState.Loaded, Generated.AddHours(2), 40), (day.State, day.ReportGeneratedAt, day.Rows));
    }

    [SkippableFact]
    public async Task Days_whose_rows_stay_for_a_bad_row_are_suspect_until_a_report_without_one()
    {
        await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day.AddDays(1), 1));

        await LoadAsync(
            ReportRows.None.Raw("null").Campaign(Day, 1).Campaign(Day.AddDays(1), 1), Later(24) with { MaxRejectedShare = 1 });
        IReadOnlyList<PerformanceDay> held = await DaysAsync();
        await LoadAsync(ReportRows.None.Campaign(Day, 1).Campaign(Day.AddDays(1), 1), Later(48));

        Assert.Equal(
            [(PerformanceDayState.Suspect, 2L), (PerformanceDayState.Loaded, 1L)], held.Select(day => (day.State, day.Rows)));
        Assert.Equal(Generated, held[0].ReportGeneratedAt);
        Assert.All(await DaysAsync(), day => Assert.Equal(PerformanceDayState.Loaded, day.State));
    }

    [SkippableFact]
    public async Task Days_at_the_edge_of_what_Amazon_keeps_are_unproven()
    {
        await LoadAsync(
            ReportRows.None.Campaign(Day.AddDays(1), 1), Scope(start: Day, end: Day.AddDays(4)) with { RetentionStart = Day });

        Assert.Equal(
            [
                PerformanceDayState.Unproven, PerformanceDayState.Loaded, PerformanceDayState.Unproven,
                PerformanceDayState.Empty, PerformanceDayState.Empty,
            ],
            (await DaysAsync()).Select(day => day.State));
    }

    [SkippableFact]
    public async Task An_unproven_day_keeps_what_is_known_of_it()
    {
        await LoadAsync(ReportRows.None.Many(Forty, Day).Many(Forty, Day.AddDays(1)));

        await LoadAsync(ReportRows.None, Later(1) with { RetentionStart = Day.AddDays(-1) });

        Assert.All(
            await DaysAsync(),
            day => Assert.Equal((PerformanceDayState.Unproven, Generated, 40), (day.State, day.ReportGeneratedAt, day.Rows)));
    }

    [SkippableFact]
    public async Task The_profiles_of_an_account_are_read_with_what_is_known_of_them()
    {
        ProfileRecord[] profiles =
        [
            .. Enumerable.Range(1, 3)
                .Select(id => new ProfileRecord { ProfileId = new ProfileId(id), Region = AmazonAdsRegion.Europe }),
        ];
        await Store.Sink.LoadEntitiesAsync(new EntityScope(Store.AccountId), Pages(profiles));

        IReadOnlyList<StoredEntity<ProfileRecord>> stored = await Store.Reader.ReadProfilesAsync(Store.AccountId);

        Assert.Equal(profiles, stored.Select(profile => profile.Entity).OrderBy(profile => profile.ProfileId.Value));
        Assert.Empty(await Store.Reader.ReadProfilesAsync(Store.OtherAccountId));
    }

    [SkippableFact]
    public async Task Entities_are_counted_by_table_and_ad_product_without_archived_ones()
    {
        var scope = new EntityScope(Store.AccountId, Profile);
        await Store.Sink.LoadEntitiesAsync(
            scope,
            Pages(
            [
                Campaign(1),
                Campaign(2),
                Campaign(3) with { State = "ARCHIVED" },
                Campaign(1) with { AdProduct = AdProducts.SponsoredBrands },
            ]));
        await Store.Sink.LoadEntitiesAsync(scope with { AccountId = Store.OtherAccountId }, Pages([Campaign(9)]));

        IReadOnlyList<EntityPresence> seen = await Store.Reader.CountPresenceAsync(
            new PresenceQuery(Store.AccountId, Profile, LongAgo, LongAgo));
        IReadOnlyList<EntityPresence> unseen = await Store.Reader.CountPresenceAsync(
            new PresenceQuery(Store.AccountId, Profile, FarAhead, LongAgo));
        IReadOnlyList<EntityPresence> forgotten = await Store.Reader.CountPresenceAsync(
            new PresenceQuery(Store.AccountId, Profile, FarAhead, FarAhead));

        Assert.Equal([(AdProducts.SponsoredBrands, 1L, 0L), (AdProducts.SponsoredProducts, 2L, 0L)], CampaignsOf(seen));
        Assert.Equal([(AdProducts.SponsoredBrands, 1L, 1L), (AdProducts.SponsoredProducts, 2L, 2L)], CampaignsOf(unseen));
        Assert.All(CampaignsOf(forgotten), counted => Assert.Equal(0, counted.Known));
    }

    private static IEnumerable<(string? AdProduct, long Known, long Unseen)> CampaignsOf(IEnumerable<EntityPresence> presence) =>
        presence
        .Where(counted => counted.Table == CampaignRecord.Table.Name)
        .Select(counted => (counted.AdProduct, counted.Known, counted.Unseen))
        .OrderBy(counted => counted.AdProduct, StringComparer.Ordinal);

    private Task<IReadOnlyList<PerformanceDay>> DaysAsync() =>
        Store.Reader.ListDaysAsync(Store.AccountId, Profile, Datasets.SpCampaign.Id);
}
