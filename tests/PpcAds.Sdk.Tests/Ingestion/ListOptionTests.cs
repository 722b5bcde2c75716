using System.Text.Json;
using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>What a sync does with the lists of the options: without one it does all, with an empty one nothing.</summary>
public sealed class ListOptionTests
{
    [Fact]
    public async Task Without_lists_every_kind_of_entities_and_every_dataset_is_loaded()
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(
            configure: options => (options.Entities, options.Datasets) = (null, null));

        IngestionResult result = await ingestion.SyncAsync();

        result.Steps.Select(step => step.Step).Should().Contain(EntityCatalogue.All.Select(type => type.Id));
        (await ingestion.Storage.Jobs.ListOpenAsync()).Select(job => job.Dataset).Distinct()
            .Should().BeEquivalentTo(Datasets.All.Select(dataset => dataset.Id));
    }

    [Fact]
    public void A_name_that_stands_twice_counts_once()
    {
        var client = new AmazonAdsClientOptions { Regions = [AmazonAdsRegion.FarEast, AmazonAdsRegion.FarEast] };
        var ingestion = new IngestionOptions { Datasets = ["sp.ad", "sb.ad", "sp.ad"], Entities = ["sp.ads", "sp.ads"] };

        client.GetRegions().Should().Equal(AmazonAdsRegion.FarEast);
        ingestion.GetDatasets().Should().Equal("sp.ad", "sb.ad");
        ingestion.GetEntities().Should().Equal("sp.ads");
    }

    [Theory]
    [InlineData(EntitySource.List)]
    [InlineData(EntitySource.Export)]
    public async Task With_empty_lists_a_sync_lists_profiles_and_nothing_else(EntitySource source)
    {
        await using Ingestion ingestion = await Ingestion.StartAsync(configure: options =>
            (options.Entities, options.Datasets, options.EntitySource) = ([], [], source));

        IngestionResult result = await ingestion.SyncAsync();

        result.Succeeded.Should().BeTrue();
        ingestion.Simulator.Requests.Entries.Select(entry => entry.Operation).Distinct()
            .Should().BeEquivalentTo("lwa.token", "profiles.list");
    }

    [Fact]
    public async Task With_an_empty_list_of_rules_no_loaded_day_is_requested_again()
    {
        await using Ingestion ingestion = await StartAsync(options => options.Restatement = []);

        (await RequestedAfterAWeekAsync(ingestion)).Should().Equal("2026-03-15/2026-03-21");
    }

    [Fact]
    public async Task One_rule_replaces_those_of_the_default()
    {
        await using Ingestion ingestion = await StartAsync(options => options.Restatement = [new RestatementRule(9, 1)]);

        (await RequestedAfterAWeekAsync(ingestion)).Should().Equal("2026-03-13/2026-03-21");
    }

    [Fact]
    public async Task Without_a_list_of_rules_the_default_requests_a_month_again_each_week()
    {
        await using Ingestion ingestion = await StartAsync(_ => { });

        (await RequestedAfterAWeekAsync(ingestion)).Should().Equal("2026-03-05/2026-03-21");
    }

    private static Task<Ingestion> StartAsync(Action<IngestionOptions> configure) => Ingestion.StartAsync(null, options =>
    {
        options.Datasets = ["sp.campaign"];
        configure(options);
    });

    /// <summary>Loads ten days, and then syncs a week later.</summary>
    private static async Task<IEnumerable<string>> RequestedAfterAWeekAsync(Ingestion ingestion)
    {
        await ingestion.SyncAsync();
        await ingestion.CompleteAsync();
        ingestion.Time.Advance(TimeSpan.FromDays(7));
        ingestion.Simulator.Requests.Clear();

        await ingestion.SyncAsync();

        return ingestion.Simulator.Requests.Entries.Where(entry => entry.Operation == "reports.create").Select(entry =>
        {
            JsonElement body = JsonDocument.Parse(entry.Body).RootElement;
            return $"{body.GetProperty("startDate").GetString()}/{body.GetProperty("endDate").GetString()}";
        });
    }
}
