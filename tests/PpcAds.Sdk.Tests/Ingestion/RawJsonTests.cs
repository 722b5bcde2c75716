using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Entities as Amazon sent them, beside their columns.</summary>
public sealed class RawJsonTests
{
    [Theory]
    [InlineData(EntitySource.List)]
    [InlineData(EntitySource.Export)]
    public async Task The_JSON_of_an_entity_is_kept_where_that_is_asked_for(EntitySource source)
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(
            null,
            options => (options.Datasets, options.KeepRawJson, options.EntitySource, options.Entities) = ([], true, source, null));
        ingestion.Simulator.Quirks.ExtraMembers = true;

        await ingestion.SyncAsync();

        StoredEntity<CampaignRecord> campaign = (await ingestion.Storage.Reader.ListCampaignsAsync(new EntityQuery(ingestion.Account))).Items[0];
        using JsonDocument json = JsonDocument.Parse(campaign.Entity.RawJson!);
        json.RootElement.GetProperty("campaignId").ToString().Should().Be(campaign.Entity.CampaignId.ToString());
        json.RootElement.GetProperty("name").GetString().Should().Be(campaign.Entity.Name);
        (await ingestion.Storage.Reader.ListKeywordsAsync(new EntityQuery(ingestion.Account))).Items.Should().OnlyContain(keyword => keyword.Entity.RawJson != null);
    }

    [Fact]
    public async Task By_default_it_is_not_kept()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(null, options => options.Datasets = []);

        await ingestion.SyncAsync();

        (await ingestion.Storage.Reader.ListCampaignsAsync(new EntityQuery(ingestion.Account))).Items.Should().OnlyContain(campaign => campaign.Entity.RawJson == null);
    }
}
