using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Entities as lists give them.</summary>
public abstract class EntityContract : LoadContract
{
    private EntityScope Ours => new(Account, Profile);

    /// <summary>A worker that was frozen wakes up with an older page, while its successor has stored a newer one.</summary>
    [SkippableFact]
    public async Task When_an_entity_came_changed_and_was_seen_last_is_kept()
    {
        DateTimeOffset first = Store.Time.GetUtcNow();
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)], [Campaign(2)]));
        Store.Time.Advance(TimeSpan.FromHours(13));

        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1), Campaign(2, "Cups")]));

        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items
            .Select(row => (row.FirstSeenAt, row.ChangedAt, row.LastSeenAt)).Should().Equal(
                (first, first, first.AddHours(13)), (first, first.AddHours(13), first.AddHours(13)));
    }

    [SkippableFact]
    public async Task A_page_of_a_worker_that_lost_its_turn_is_not_stored()
    {
        Lease lost = (await Store.Leases.TryTakeAsync("sync/account/1", "first", TimeSpan.FromSeconds(1)))!;
        await Store.PassLeaseTimeAsync(TimeSpan.FromSeconds(2));
        Lease held = (await Store.Leases.TryTakeAsync("sync/account/1", "second", TimeSpan.FromMinutes(1)))!;
        await Store.Sink.LoadEntitiesAsync(Ours with { Turn = held }, Pages([Campaign(1, "Newer")]));

        Func<Task> load = () => Store.Sink.LoadEntitiesAsync(Ours with { Turn = lost }, Pages([Campaign(1, "Older"), Campaign(2)]));

        await load.Should().ThrowAsync<LeaseLostException>().WithMessage("*sync/account/1*");
        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single().Entity.Name.Should().Be("Newer");
    }

    [SkippableFact]
    public async Task An_entity_that_only_a_report_named_is_the_exports_once_one_had_it()
    {
        await LoadAsync(Rows.None.Campaign(Day, 8, 2m));
        var bare = new CampaignRecord { CampaignId = new CampaignId(8), AdProduct = AdProducts.SponsoredProducts };

        LoadResult exported = await Store.Sink.LoadEntitiesAsync(Ours with { Source = EntitySource.Export }, Pages([bare]));

        exported.Should().BeEquivalentTo(new LoadResult { Changed = 1 });
        StoredEntity<CampaignRecord> campaign = (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single();
        campaign.Source.Should().Be(EntitySource.Export);
        campaign.Entity.Should().Be(bare);
    }

    [SkippableFact]
    public async Task Pages_cover_everything_once_and_in_order()
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages<CampaignRecord>([.. Enumerable.Range(1, 25).Select(id => Campaign(id))]));
        await Store.Sink.LoadEntitiesAsync(new EntityScope(Account, new ProfileId(2_000)), Pages<CampaignRecord>([Campaign(1), Campaign(2)]));
        await LoadAsync(Rows.None.Many(Enumerable.Range(1, 15).Select(id => (long)id), Day).Many([3, 1, 2], Day.AddDays(1)));

        List<(long, long)> campaigns = [];
        string? after = null;
        do
        {
            ReadPage<StoredEntity<CampaignRecord>> page = await Store.Reader.ListCampaignsAsync(new EntityQuery(Account), new PageRequest(4, after));
            page.Items.Count.Should().BeLessThanOrEqualTo(4);
            campaigns.AddRange(page.Items.Select(row => (row.ProfileId.Value, row.Entity.CampaignId.Value)));
            after = page.Next;
        }
        while (after is not null);
        List<(DateOnly, string)> records = [];
        do
        {
            ReadPage<PerformanceRecord> page = await Store.Reader.ListPerformanceAsync(new PerformanceQuery(Account, "sp.campaign"), new PageRequest(4, after));
            records.AddRange(page.Items.Select(row => (row.Date, row.EntityKey)));
            after = page.Next;
        }
        while (after is not null);

        campaigns.Should().HaveCount(27).And.OnlyHaveUniqueItems().And.BeInAscendingOrder();
        records.Should().HaveCount(18).And.OnlyHaveUniqueItems();
    }

    [SkippableFact]
    public async Task Records_are_filtered_by_day_profile_and_campaign()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2).Campaign(Day.AddDays(1), 1));

        ReadPage<PerformanceRecord> page = await Store.Reader.ListPerformanceAsync(
            new PerformanceQuery(Account, "sp.campaign") { ProfileId = Profile, CampaignId = new CampaignId(1), StartDate = Day.AddDays(1), EndDate = Day.AddDays(5) });

        page.Items.Should().ContainSingle(record => record.Date == Day.AddDays(1));
        page.Next.Should().BeNull();
    }

    [SkippableFact]
    public async Task A_wrong_page_is_told_by_name()
    {
        Func<Task> size = () => Store.Reader.ListCampaignsAsync(new EntityQuery(Account), new PageRequest(0));
        Func<Task> token = () => Store.Reader.ListCampaignsAsync(new EntityQuery(Account), new PageRequest(5, "x~y"));

        (await size.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("Size");
        (await token.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("after");
    }
}
