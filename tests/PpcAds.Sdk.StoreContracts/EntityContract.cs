using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Entities as lists give them.</summary>
public abstract class EntityContract : LoadContract
{
    private EntityScope Ours => new(Account, Profile);

    [SkippableFact]
    public async Task Entities_are_inserted_then_updated_only_when_they_changed()
    {
        DateTimeOffset first = Store.Time.GetUtcNow();
        (await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)], [Campaign(2)]))).Inserted.Should().Be(2);
        Store.Time.Advance(TimeSpan.FromHours(13));

        LoadResult second = await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1), Campaign(2, "Cups"), Campaign(3)]));

        second.Should().BeEquivalentTo(new LoadResult { Inserted = 1, Changed = 1, Unchanged = 1 });
        IReadOnlyList<StoredEntity<CampaignRecord>> campaigns = (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items;
        campaigns[0].Should().Match<StoredEntity<CampaignRecord>>(row => row.FirstSeenAt == first && row.ChangedAt == first && row.LastSeenAt == first.AddHours(13));
        campaigns[1].Should().Match<StoredEntity<CampaignRecord>>(row => row.FirstSeenAt == first && row.ChangedAt == first.AddHours(13));
        campaigns[1].Entity.Should().Be(Campaign(2, "Cups"));
    }

    [SkippableFact]
    public async Task What_did_not_change_is_not_written_again_within_half_a_day()
    {
        DateTimeOffset first = Store.Time.GetUtcNow();
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));
        Store.Time.Advance(TimeSpan.FromHours(11));

        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));

        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single().LastSeenAt.Should().Be(first);
    }

    [SkippableFact]
    public async Task Of_an_entity_that_comes_twice_on_a_page_the_later_holds()
    {
        LoadResult result = await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1), Campaign(2), Campaign(1, "Cups")]));

        result.Should().BeEquivalentTo(new LoadResult { Inserted = 2, Unchanged = 1 });
        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items[0].Entity.Name.Should().Be("Cups");
    }

    /// <summary>A worker that was frozen wakes up with an older page, while its successor has stored a newer one.</summary>
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
    public async Task An_entity_that_a_list_lacks_stays()
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1), Campaign(2)]));

        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(2)]));

        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task An_attribute_that_becomes_null_is_a_change()
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));

        LoadResult result = await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1) with { Budget = null, StartDate = null }]));

        result.Changed.Should().Be(1);
        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single().Entity.Budget.Should().BeNull();
    }

    [SkippableTheory]
    [InlineData(EntitySource.List)]
    [InlineData(EntitySource.Export)]
    public async Task A_campaign_once_known_stays_where_a_load_does_not_name_it(EntitySource source)
    {
        TargetRecord target = new() { TargetId = new TargetId(5), AdProduct = AdProducts.SponsoredDisplay, CampaignId = new CampaignId(1), State = "ENABLED" };
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([target]));

        LoadResult same = await Store.Sink.LoadEntitiesAsync(Ours with { Source = source }, Pages([target with { CampaignId = null }]));
        LoadResult paused = await Store.Sink.LoadEntitiesAsync(Ours with { Source = source }, Pages([target with { CampaignId = null, State = "PAUSED" }]));

        same.Should().BeEquivalentTo(new LoadResult { Unchanged = 1 });
        paused.Should().BeEquivalentTo(new LoadResult { Changed = 1 });
        (await Store.Reader.ListTargetsAsync(new EntityQuery(Account))).Items.Single().Entity.Should().Be(target with { State = "PAUSED" });
    }

    [SkippableFact]
    public async Task An_export_leaves_alone_what_only_lists_know()
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1) with { BiddingStrategy = "MANUAL" }, Campaign(2)]));
        CampaignRecord[] exported = [Campaign(1, "Cups"), Campaign(2)];

        LoadResult first = await Store.Sink.LoadEntitiesAsync(Ours with { Source = EntitySource.Export }, Pages(exported));
        LoadResult second = await Store.Sink.LoadEntitiesAsync(Ours with { Source = EntitySource.Export }, Pages(exported));

        first.Should().BeEquivalentTo(new LoadResult { Changed = 1, Unchanged = 1 });
        second.Should().BeEquivalentTo(new LoadResult { Unchanged = 2 });
        ReadPage<StoredEntity<CampaignRecord>> campaigns = await Store.Reader.ListCampaignsAsync(new EntityQuery(Account));
        campaigns.Items[0].Entity.Should().Be(Campaign(1, "Cups") with { BiddingStrategy = "MANUAL" });
        campaigns.Items.Should().OnlyContain(campaign => campaign.Source == EntitySource.List);
    }

    [SkippableFact]
    public async Task A_list_takes_over_an_entity_that_only_an_export_had()
    {
        EntityScope export = Ours with { Source = EntitySource.Export };
        (await Store.Sink.LoadEntitiesAsync(export, Pages([Campaign(1)]))).Inserted.Should().Be(1);
        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single().Source.Should().Be(EntitySource.Export);

        LoadResult[] results =
        [
            await Store.Sink.LoadEntitiesAsync(export, Pages([Campaign(1)])),
            await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)])),
            await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)])),
            await Store.Sink.LoadEntitiesAsync(export, Pages([Campaign(1)])),
        ];

        results.Select(result => result.Changed).Should().Equal(0, 1, 0, 0);
        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single().Source.Should().Be(EntitySource.List);
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
    public async Task The_same_entity_of_another_account_and_of_another_profile_is_another_row()
    {
        EntityScope[] others =
        [
            Ours with { ProfileId = new ProfileId(2_000) },
            Ours with { AccountId = (await Store.Accounts.AddAsync("Other")).AccountId },
        ];
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));
        foreach (EntityScope other in others)
        {
            (await Store.Sink.LoadEntitiesAsync(other, Pages([Campaign(1)]))).Inserted.Should().Be(1);
            (await Store.Sink.LoadEntitiesAsync(other, Pages([Campaign(1, "Cups")]))).Changed.Should().Be(1);
        }

        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account, Profile))).Items.Single().Entity.Name.Should().Be("Mugs");
    }

    [SkippableFact]
    public async Task Every_type_comes_back_as_it_went_in()
    {
        var profile = new ProfileRecord
        {
            ProfileId = Profile,
            Region = AmazonAdsRegion.FarEast,
            CountryCode = "JP",
            CurrencyCode = "JPY",
            TimeZone = "Asia/Tokyo",
            Type = ProfileType.Vendor,
            Name = "Acme 株式会社",
            AdvertiserId = "ENTITY1",
            MarketplaceId = "A1VC38T7YXB528",
            IsViewOnly = true,
        };
        var adGroup = new AdGroupRecord { AdGroupId = new AdGroupId(1), CampaignId = new CampaignId(1), AdProduct = "SPONSORED_PRODUCTS", Name = "a", State = "PAUSED", DefaultBid = 0.75m };
        var keyword = new KeywordRecord
        {
            KeywordId = new KeywordId(1),
            CampaignId = new CampaignId(1),
            AdGroupId = new AdGroupId(1),
            AdProduct = "SPONSORED_PRODUCTS",
            KeywordText = "blauer \"Becher\" 'x'",
            MatchType = "EXACT",
            State = "ARCHIVED",
            Bid = 1.234567m,
        };

        await Store.Sink.LoadEntitiesAsync(new EntityScope(Account), Pages([profile]));
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([adGroup]));
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([keyword]));

        (await Store.Reader.ListProfilesAsync(new EntityQuery(Account))).Items.Single().Entity.Should().Be(profile);
        (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account))).Items.Single().Entity.Should().Be(Campaign(1));
        (await Store.Reader.ListAdGroupsAsync(new EntityQuery(Account))).Items.Single().Entity.Should().Be(adGroup);
        (await Store.Reader.ListKeywordsAsync(new EntityQuery(Account, Profile))).Items.Single().Entity.Should().Be(keyword);
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
