using System.Runtime.CompilerServices;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.StoreContracts.Xunit;

#pragma warning disable CS1591 // The names of the tests say what they are about.
public abstract partial class EtlSinkContract
{
    private EntityScope Ours => new(Store.AccountId, Profile);

    [SkippableFact]
    public async Task Entities_are_inserted_then_updated_only_when_they_changed()
    {
        Assert.Equal(2, (await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)], [Campaign(2)]))).Inserted);
        IReadOnlyList<StoredEntity<CampaignRecord>> before = await CampaignsAsync();
        Store.Advance(TimeSpan.FromHours(13));

        LoadResult second = await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1), Campaign(2, "Cups"), Campaign(3)]));

        Assert.Equal(new LoadResult { Inserted = 1, Changed = 1, Unchanged = 1 }, second);
        IReadOnlyList<StoredEntity<CampaignRecord>> after = await CampaignsAsync();
        Assert.Equal([Campaign(1), Campaign(2, "Cups"), Campaign(3)], after.Select(stored => stored.Entity));
        Assert.Equal((before[0].FirstSeenAt, before[0].ChangedAt), (after[0].FirstSeenAt, after[0].ChangedAt));
        Assert.Equal(before[1].FirstSeenAt, after[1].FirstSeenAt);
    }

    [SkippableFact]
    public async Task What_did_not_change_is_not_written_again_within_half_a_day()
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));
        DateTimeOffset before = Assert.Single(await CampaignsAsync()).LastSeenAt;
        Store.Advance(TimeSpan.FromHours(11));

        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));

        Assert.Equal(before, Assert.Single(await CampaignsAsync()).LastSeenAt);
    }

    [SkippableFact]
    public async Task Of_an_entity_that_comes_twice_on_a_page_the_later_holds()
    {
        LoadResult result = await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1), Campaign(2), Campaign(1, "Cups")]));

        Assert.Equal(new LoadResult { Inserted = 2, Unchanged = 1 }, result);
        Assert.Equal(["Cups", "Mugs"], (await CampaignsAsync()).Select(stored => stored.Entity.Name));
    }

    [SkippableFact]
    public async Task An_entity_that_a_list_lacks_stays()
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1), Campaign(2)]));

        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(2)]));

        Assert.Equal(2, (await CampaignsAsync()).Count);
    }

    [SkippableFact]
    public async Task An_attribute_that_becomes_null_is_a_change()
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));

        LoadResult result = await Store.Sink.LoadEntitiesAsync(
            Ours, Pages([Campaign(1) with { Budget = null, StartDate = null }]));

        Assert.Equal(1, result.Changed);
        Assert.Null(Assert.Single(await CampaignsAsync()).Entity.Budget);
    }

    [SkippableTheory]
    [InlineData(EntitySource.List)]
    [InlineData(EntitySource.Export)]
    public async Task A_campaign_once_known_stays_where_a_load_does_not_name_it(EntitySource source)
    {
        TargetRecord target = new()
        {
            TargetId = new TargetId(5),
            AdProduct = AdProducts.SponsoredDisplay,
            CampaignId = new CampaignId(1),
            State = "ENABLED",
        };
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([target]));

        LoadResult same = await Store.Sink.LoadEntitiesAsync(
            Ours with { Source = source }, Pages([target with { CampaignId = null }]));
        LoadResult paused = await Store.Sink.LoadEntitiesAsync(
            Ours with { Source = source }, Pages([target with { CampaignId = null, State = "PAUSED" }]));

        Assert.Equal(new LoadResult { Unchanged = 1 }, same);
        Assert.Equal(new LoadResult { Changed = 1 }, paused);
        Assert.Equal(
            target with { State = "PAUSED" },
            Assert.Single(await Store.ReadEntitiesAsync<TargetRecord>(Store.AccountId, Profile)).Entity);
    }

    [SkippableFact]
    public async Task An_export_leaves_alone_what_only_lists_know()
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1) with { BiddingStrategy = "MANUAL" }, Campaign(2)]));
        CampaignRecord[] exported = [Campaign(1, "Cups"), Campaign(2)];

        LoadResult first = await Store.Sink.LoadEntitiesAsync(Ours with { Source = EntitySource.Export }, Pages(exported));
        LoadResult second = await Store.Sink.LoadEntitiesAsync(Ours with { Source = EntitySource.Export }, Pages(exported));

        Assert.Equal(new LoadResult { Changed = 1, Unchanged = 1 }, first);
        Assert.Equal(new LoadResult { Unchanged = 2 }, second);
        IReadOnlyList<StoredEntity<CampaignRecord>> campaigns = await CampaignsAsync();
        Assert.Equal(Campaign(1, "Cups") with { BiddingStrategy = "MANUAL" }, campaigns[0].Entity);
        Assert.All(campaigns, campaign => Assert.Equal(EntitySource.List, campaign.Source));
    }

    [SkippableFact]
    public async Task A_list_takes_over_an_entity_that_only_an_export_had()
    {
        EntityScope export = Ours with { Source = EntitySource.Export };
        Assert.Equal(1, (await Store.Sink.LoadEntitiesAsync(export, Pages([Campaign(1)]))).Inserted);
        Assert.Equal(EntitySource.Export, Assert.Single(await CampaignsAsync()).Source);

        LoadResult[] results =
        [
            await Store.Sink.LoadEntitiesAsync(export, Pages([Campaign(1)])),
            await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)])),
            await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)])),
            await Store.Sink.LoadEntitiesAsync(export, Pages([Campaign(1)])),
        ];

        Assert.Equal([0, 1, 0, 0], results.Select(result => result.Changed));
        Assert.Equal(EntitySource.List, Assert.Single(await CampaignsAsync()).Source);
    }

    [SkippableFact]
    public async Task The_same_entity_of_another_account_and_of_another_profile_is_another_one()
    {
        EntityScope[] others = [Ours with { ProfileId = new ProfileId(2_000) }, Ours with { AccountId = Store.OtherAccountId }];
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1)]));
        foreach (EntityScope other in others)
        {
            Assert.Equal(1, (await Store.Sink.LoadEntitiesAsync(other, Pages([Campaign(1)]))).Inserted);
            Assert.Equal(1, (await Store.Sink.LoadEntitiesAsync(other, Pages([Campaign(1, "Cups")]))).Changed);
        }

        Assert.Equal("Mugs", Assert.Single(await CampaignsAsync()).Entity.Name);
    }

    [SkippableFact]
    public async Task One_id_of_two_ad_products_is_two_entities()
    {
        CampaignRecord brands = Campaign(1, "Cups") with { AdProduct = AdProducts.SponsoredBrands };

        Assert.Equal(2, (await Store.Sink.LoadEntitiesAsync(Ours, Pages([Campaign(1), brands]))).Inserted);

        Assert.Equal(["Cups", "Mugs"], (await CampaignsAsync()).Select(stored => stored.Entity.Name).Order());
    }

    [SkippableFact]
    public async Task Every_type_comes_back_as_it_went_in()
    {
        await RoundtripAsync(
            new PortfolioRecord { PortfolioId = new PortfolioId(7), Name = "P", Budget = 0.000001m, InBudget = true });
        await RoundtripAsync(
            Campaign(long.MaxValue) with { PortfolioId = new PortfolioId(7), RawJson = """{"campaignId":"1"}""" });
        await RoundtripAsync(new AdGroupRecord
        {
            AdGroupId = new AdGroupId(1),
            CampaignId = new CampaignId(1),
            AdProduct = AdProducts.SponsoredProducts,
            Name = "a",
            State = "PAUSED",
            DefaultBid = 0.75m,
        });
        await RoundtripAsync(
            new AdRecord { AdId = new AdId(1), AdProduct = AdProducts.SponsoredDisplay, Asin = "B000000001", Sku = "x/1" });
        await RoundtripAsync(new KeywordRecord
        {
            KeywordId = new KeywordId(1),
            CampaignId = new CampaignId(1),
            AdGroupId = new AdGroupId(1),
            AdProduct = AdProducts.SponsoredProducts,
            KeywordText = "blauer \"Becher\" 'x'",
            MatchType = "EXACT",
            State = "ARCHIVED",
            Bid = 1.234567m,
        });
        await RoundtripAsync(
            new NegativeKeywordRecord
            {
                KeywordId = new KeywordId(1),
                AdProduct = AdProducts.SponsoredProducts,
                KeywordText = "株式会社",
            });
        await RoundtripAsync(
            new NegativeTargetRecord { TargetId = new TargetId(1), AdProduct = AdProducts.SponsoredProducts, Expression = "[]" });
    }

    [SkippableFact]
    public async Task Profiles_are_loaded_without_a_profile()
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

        await Store.Sink.LoadEntitiesAsync(new EntityScope(Store.AccountId), Pages([profile]));

        StoredEntity<ProfileRecord> stored = Assert.Single(
            await Store.ReadEntitiesAsync<ProfileRecord>(Store.AccountId, Profile));
        Assert.Equal((profile, Profile), (stored.Entity, stored.ProfileId));
    }

    [SkippableFact]
    public async Task Pages_that_were_committed_stay_when_a_later_one_fails()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Sink.LoadEntitiesAsync(Ours, FailingAsync()));

        Assert.Equal([1, 2], (await CampaignsAsync()).Select(stored => stored.Entity.CampaignId.Value));
    }

    [SkippableFact]
    public async Task A_cancelled_load_of_entities_ends_between_pages()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.Sink.LoadEntitiesAsync(Ours, CancelledAsync(source, default), source.Token));

        Assert.Equal([1], (await CampaignsAsync()).Select(stored => stored.Entity.CampaignId.Value));
    }

    [SkippableFact]
    public async Task Entities_that_are_loaded_at_once_are_all_there()
    {
        LoadResult[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(part => Task.Run(
            () => Store.Sink.LoadEntitiesAsync(
                Ours, Pages<CampaignRecord>([.. Enumerable.Range(part * 5, 10).Select(id => Campaign(id + 1))])))));

        Assert.Equal(35, results.Sum(result => result.Inserted));
        Assert.Equal(
            Enumerable.Range(1, 35).Select(id => (long)id),
            (await CampaignsAsync()).Select(stored => stored.Entity.CampaignId.Value));
    }

    private async Task RoundtripAsync<T>(T entity)
        where T : class, IEntityRecord<T>
    {
        await Store.Sink.LoadEntitiesAsync(Ours, Pages([entity]));

        Assert.Equal(entity, Assert.Single(await Store.ReadEntitiesAsync<T>(Store.AccountId, Profile)).Entity);
        Assert.Equal(new LoadResult { Unchanged = 1 }, await Store.Sink.LoadEntitiesAsync(Ours, Pages([entity])));
    }

    private async Task<IReadOnlyList<StoredEntity<CampaignRecord>>> CampaignsAsync() =>
        [
            .. (await Store.ReadEntitiesAsync<CampaignRecord>(Store.AccountId, Profile))
                .OrderBy(stored => stored.Entity.CampaignId.Value),
        ];

    private static async IAsyncEnumerable<IReadOnlyList<CampaignRecord>> FailingAsync()
    {
        yield return [Campaign(1), Campaign(2)];
        await Task.CompletedTask;
        throw new InvalidOperationException("The list ended in the middle.");
    }

    private static async IAsyncEnumerable<IReadOnlyList<CampaignRecord>> CancelledAsync(
        CancellationTokenSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return [Campaign(1)];
        await source.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        yield return [Campaign(2)];
    }
}
