using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Entities taken from exports in place of lists.</summary>
public sealed class ExportSourceTests
{
    private static readonly string[] Listed =
    [
        "sp.campaigns", "sp.ad_groups", "sp.keywords", "sp.targets", "sp.ads",
        "sp.negative_keywords", "sp.negative_targets", "sp.campaign_negative_keywords", "sp.campaign_negative_targets",
    ];

    [Fact]
    public async Task Exports_store_what_lists_store_on_the_columns_that_both_know()
    {
        await using Ingestion lists = await StartAsync(() => EntitySource.List);
        await using Ingestion exports = await StartAsync(() => EntitySource.Export);

        (await lists.SyncAsync()).Succeeded.Should().BeTrue();
        IngestionResult result = await exports.SyncAsync();

        result.Succeeded.Should().BeTrue();
        result.Steps.Select(step => step.Step).Should().Contain(["export.campaigns", "export.ad_groups", "export.targets", "export.ads"]);
        exports.Simulator.Requests.Count("sp.campaigns.list").Should().Be(0);
        await CompareAsync<CampaignRecord>(lists, exports);
        await CompareAsync<AdGroupRecord>(lists, exports);
        await CompareAsync<KeywordRecord>(lists, exports);
        await CompareAsync<TargetRecord>(lists, exports);
        await CompareAsync<AdRecord>(lists, exports);
        await CompareAsync<NegativeKeywordRecord>(lists, exports);
        await CompareAsync<NegativeTargetRecord>(lists, exports);
    }

    [Fact]
    public async Task Exports_store_the_same_rows_as_lists_of_all_products()
    {
        await using Ingestion lists = await StartAllAsync(EntitySource.List);
        await using Ingestion exports = await StartAllAsync(EntitySource.Export);

        (await lists.SyncAsync()).Succeeded.Should().BeTrue();
        (await exports.SyncAsync()).Succeeded.Should().BeTrue();

        await CompareAsync<CampaignRecord>(lists, exports);
        await CompareAsync<AdGroupRecord>(lists, exports);
        await CompareAsync<KeywordRecord>(lists, exports);
        await CompareAsync<TargetRecord>(lists, exports);
        await CompareAsync<AdRecord>(lists, exports);
        await CompareAsync<NegativeKeywordRecord>(lists, exports);
        await CompareAsync<NegativeTargetRecord>(lists, exports);
    }

    [Fact]
    public async Task Exports_after_lists_and_lists_after_exports_change_no_row()
    {
        EntitySource source = EntitySource.List;
        await using Ingestion ingestion = await StartAllAsync(() => source);
        await ingestion.SyncAsync();
        foreach (EntitySource next in new[] { EntitySource.Export, EntitySource.List })
        {
            source = next;
            ingestion.StartProcess();

            IngestionResult result = await ingestion.SyncAsync();

            result.Succeeded.Should().BeTrue();
            result.Steps.Where(step => step.Load is not null).Sum(step => step.Load!.Inserted + step.Load.Changed).Should().Be(0);
        }
    }

    [Fact]
    public async Task An_export_leaves_alone_what_only_lists_know()
    {
        EntitySource source = EntitySource.List;
        await using Ingestion ingestion = await StartAsync(() => source);
        await ingestion.SyncAsync();
        IReadOnlyList<StoredEntity<CampaignRecord>> before = await AllAsync<CampaignRecord>(ingestion);
        IReadOnlyList<StoredEntity<AdRecord>> adsBefore = await AllAsync<AdRecord>(ingestion);
        source = EntitySource.Export;
        ingestion.StartProcess();

        IngestionResult result = await ingestion.SyncAsync();

        result.Succeeded.Should().BeTrue();
        (await AllAsync<CampaignRecord>(ingestion)).Select(campaign => (campaign.Entity, campaign.Source, campaign.ChangedAt)).Should()
            .Equal(before.Select(campaign => (campaign.Entity, campaign.Source, campaign.ChangedAt)), "nothing changed");
        before.Should().Contain(campaign => campaign.Entity.BiddingStrategy != null);
        (await AllAsync<AdRecord>(ingestion)).Select(ad => ad.Entity).Should().Equal(adsBefore.Select(ad => ad.Entity));
        result.Steps.Where(step => step.Load is not null).Sum(step => step.Load!.Inserted + step.Load.Changed).Should().Be(0);
    }

    private static Task<Ingestion> StartAsync(Func<EntitySource> source) => Ingestion.StartAsync(
        simulator => (simulator.Campaigns, simulator.BrandCampaigns, simulator.DisplayCampaigns) = (8, 0, 0),
        options =>
        {
            options.Entities = [.. Listed];
            options.EntitySource = source();
        });

    private static Task<Ingestion> StartAllAsync(EntitySource source) => StartAllAsync(() => source);

    private static Task<Ingestion> StartAllAsync(Func<EntitySource> source) => Ingestion.StartAsync(
        simulator => (simulator.Campaigns, simulator.TargetsPerAdGroup, simulator.BrandCampaigns, simulator.DisplayCampaigns) = (12, 2, 24, 24),
        options =>
        {
            options.Entities = null;
            options.EntitySource = source();
        });

    private static async Task CompareAsync<T>(Ingestion lists, Ingestion exports)
        where T : class, IEntityRecord<T>
    {
        IReadOnlyList<StoredEntity<T>> listed = await AllAsync<T>(lists);
        IReadOnlyList<StoredEntity<T>> exported = await AllAsync<T>(exports);

        exported.Select(entity => entity.Entity.EntityId).Should().Equal(listed.Select(entity => entity.Entity.EntityId)).And.NotBeEmpty();
        exported.Should().OnlyContain(entity => entity.Source == EntitySource.Export);
        foreach (EntityColumn<T> column in T.Table.Columns.Where(column => !column.IsListOnly))
        {
            exported.Select(entity => column.Get(entity.Entity)).Should().Equal(listed.Select(entity => column.Get(entity.Entity)), column.Name);
        }
    }

    private static async Task<IReadOnlyList<StoredEntity<T>>> AllAsync<T>(Ingestion ingestion)
        where T : class, IEntityRecord<T> =>
        (await ingestion.Storage.Reader.ListEntitiesAsync<T>(new EntityQuery(ingestion.Account), new PageRequest(1000))).Items;
}
