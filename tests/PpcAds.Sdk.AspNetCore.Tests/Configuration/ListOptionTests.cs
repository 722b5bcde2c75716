using Microsoft.Extensions.Options;
using PpcAds.Sdk.AspNetCore.Health;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Configuration;

/// <summary>A list in a configuration file is the whole list; none is the default.</summary>
public sealed class ListOptionTests
{
    [Fact]
    public async Task Lists_replace_the_default_however_short_they_are()
    {
        IReadOnlyDictionary<string, object> options = await ConfiguredHost.StartAsync("""
            {
              "PpcAds": {
                "Client": { "Regions": [ "Europe" ] },
                "Ingestion": {
                  "Entities": [ "sp.keywords" ],
                  "Datasets": [ "sd.campaign" ],
                  "Restatement": [ { "MaxAgeDays": 5, "EveryDays": 1 } ]
                }
              },
              "PpcAdsHealth": { "Datasets": [ "sd.campaign" ] }
            }
            """);

        var sdk = (PpcAdsOptions)options["PpcAds"];
        sdk.Client.Regions.Should().Equal(AmazonAdsRegion.Europe);
        sdk.Ingestion.Entities.Should().Equal("sp.keywords");
        sdk.Ingestion.GetDatasets().Should().Equal("sd.campaign");
        sdk.Ingestion.Restatement.Should().Equal(new RestatementRule(5, 1));
        ((PpcAdsHealthOptions)options["PpcAdsHealth"]).Datasets.Should().Equal("sd.campaign");
    }

    [Fact]
    public async Task The_file_that_the_page_shows_is_read_as_it_says()
    {
        string page = RepositoryFiles.Read("docs", "configuration.md").ReplaceLineEndings("\n");
        string json = page.Split("```json\n")[1].Split("```")[0];

        var sdk = (PpcAdsOptions)(await ConfiguredHost.StartAsync(json))["PpcAds"];

        sdk.Client.Regions.Should().Equal(AmazonAdsRegion.Europe);
        sdk.Client.Throttling.ReportCreation.MaxRate.Should().Be(5);
        sdk.Ingestion.Datasets.Should().Equal("sp.campaign", "sb.campaign", "sd.campaign");
        sdk.Ingestion.Restatement.Should().Equal(new RestatementRule(5, 1), new RestatementRule(60, 14, "SPONSORED_BRANDS"));
        sdk.Ingestion.DailySyncHour.Should().Be(6);
    }

    [Fact]
    public async Task Without_a_list_the_default_holds()
    {
        IReadOnlyDictionary<string, object> options = await ConfiguredHost.StartAsync(
            """{ "PpcAds": { "Client": { "Regions": null } } }""");

        var sdk = (PpcAdsOptions)options["PpcAds"];
        sdk.Client.Regions.Should().BeNull();
        sdk.Ingestion.GetDatasets().Should().Equal(Etl.Datasets.All.Select(dataset => dataset.Id));
    }

    [Fact]
    public async Task An_empty_list_of_kinds_datasets_or_rules_is_taken_as_none()
    {
        IReadOnlyDictionary<string, object> options = await ConfiguredHost.StartAsync(
            """{ "PpcAds": { "Ingestion": { "Entities": [], "Datasets": [], "Restatement": [] } } }""");

        IngestionOptions ingestion = ((PpcAdsOptions)options["PpcAds"]).Ingestion;
        ingestion.Entities.Should().BeEmpty();
        ingestion.GetDatasets().Should().BeEmpty();
        ingestion.Restatement.Should().BeEmpty();
    }

    [Fact]
    public void The_health_check_without_a_list_takes_a_dataset_that_is_loaded()
    {
        var health = new PpcAdsHealthOptions();

        health.GetDatasets(new IngestionOptions()).Should().Equal("sp.campaign");
        health.GetDatasets(new IngestionOptions { Datasets = ["sd.target", "sd.campaign"] }).Should().Equal("sd.target");
        health.GetDatasets(new IngestionOptions { Datasets = [] }).Should().BeEmpty("nothing is loaded that could be late");
    }

    [Theory]
    [InlineData("""{ "Client": { "Regions": [] } }""", "Client.Regions*at least one region; leave it out for all.*NorthAmerica")]
    [InlineData("""{ "Client": { "Regions": [ "7" ] } }""", "Client.Regions '7': names a region that is not known.*NorthAmerica")]
    [InlineData("""{ "Ingestion": { "Datasets": [ "sp.campagn" ] } }""", "Ingestion.Datasets 'sp.campagn': is not known.")]
    [InlineData("""{ "Ingestion": { "Entities": [ null ] } }""", "Ingestion.Entities*: is not known.")]
    [InlineData("""{ "Ingestion": { "Restatement": [ { "MaxAgeDays": 5 } ] } }""", "Ingestion.Restatement*days above 0.")]
    [InlineData("""{ "Ingestion": { "Restatement": [ {} ] } }""", "Ingestion.Restatement*must have days above 0.")]
    public async Task A_list_that_makes_no_sense_stops_the_host_at_its_start(string json, string problem)
    {
        Func<Task> start = () => ConfiguredHost.StartAsync($$"""{ "PpcAds": {{json}} }""");

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage($"PpcAds: {problem}*");
    }

    [Theory]
    [InlineData("[]", "Health.Datasets: must name at least one dataset; leave it out for sp.campaign.")]
    [InlineData("""[ "sp.campaign" ]""", "Health.Datasets 'sp.campaign': is not loaded. Allowed: sd.campaign.")]
    public async Task A_health_check_of_what_is_not_loaded_stops_the_host_at_its_start(string datasets, string problem)
    {
        Func<Task> start = () => ConfiguredHost.StartAsync($$"""
            { "PpcAds": { "Ingestion": { "Datasets": [ "sd.campaign" ] } }, "PpcAdsHealth": { "Datasets": {{datasets}} } }
            """);

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage($"PpcAds: {problem}*");
    }
}
