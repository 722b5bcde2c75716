using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredProducts;

/// <summary>Placements, search terms and products of Sponsored Products, held against the simulator's truth; of a seller and of a vendor.</summary>
public sealed class OtherDatasetTests(OtherDatasetTests.LoadedProducts loaded) : IClassFixture<OtherDatasetTests.LoadedProducts>
{
    private static readonly DateOnly Start = new(2026, 3, 5);
    private static readonly DateOnly End = new(2026, 3, 14);

    private static readonly string[] All = ["sp.placement", "sp.search_term", "sp.advertised_product", "sp.purchased_product"];

    public static TheoryData<string> Ids { get; } = new(All);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_dataset_equals_the_truth_to_the_cent(string id)
    {
        Dataset dataset = Datasets.Get(id);
        foreach (SimulatorProfileInfo profile in loaded.Profiles)
        {
            SimulatorTotals truth = loaded.Truth(profile, dataset);
            IReadOnlyList<PerformanceRecord> records = await loaded.RecordsAsync(profile, dataset);
            int days = profile.Type == "vendor" ? 14 : 7;

            records.Should().HaveCount(truth.Rows).And.NotBeEmpty();
            records.Should().OnlyContain(record => record.AttributionDays == days && record.CurrencyCode == profile.CurrencyCode);
            records.Select(record => (record.Date, record.EntityKey)).Should().OnlyHaveUniqueItems();
            Sum(records, PerformanceMetric.Cost).Should().Be(dataset.Metrics.Contains(PerformanceMetric.Cost) ? truth.Cost : null);
            Sum(records, PerformanceMetric.Clicks).Should().Be(dataset.Metrics.Contains(PerformanceMetric.Clicks) ? truth.Clicks : null);
            Sum(records, PerformanceMetric.Sales).Should().Be(days == 14 ? truth.Sales14d : truth.Sales7d);
            Sum(records, PerformanceMetric.Orders30d).Should().Be(truth.Purchases30d);
            Sum(records, PerformanceMetric.Units1d).Should().Be(truth.UnitsSold1d);
            Sum(records, PerformanceMetric.KindlePagesRead).Should().Be(truth.KindlePagesReadAfterClicks).And.BePositive();
            Sum(records, PerformanceMetric.KindleRoyalties).Should().Be(truth.KindleRoyaltiesAfterClicks).And.BePositive();
            Sum(records, PerformanceMetric.NewToBrandSales).Should().BeNull("no report of Sponsored Products has it");
            records.Should().OnlyContain(record => record.Metrics[PerformanceMetric.Sales1d] <= record.Metrics[PerformanceMetric.Sales7d]
                && record.Metrics[PerformanceMetric.Sales7d] <= record.Metrics[PerformanceMetric.Sales14d]
                && record.Metrics[PerformanceMetric.Sales14d] <= record.Metrics[PerformanceMetric.Sales30d]);
        }
    }

    [Fact]
    public async Task Keys_and_texts_are_those_of_the_data_model()
    {
        SimulatorProfileInfo seller = loaded.Profiles.First(profile => profile.Type == "seller");

        (await loaded.RecordsAsync(seller, Datasets.SpPlacement)).Should().OnlyContain(record => record.EntityKey.StartsWith($"{record.CampaignId}#")
            && record.Texts[PerformanceText.Placement].Length > 0);
        (await loaded.RecordsAsync(seller, Datasets.SpSearchTerm)).Should().OnlyContain(record =>
            record.EntityKey.StartsWith($"{record.CampaignId}#")
            && record.TargetId != null && record.Texts[PerformanceText.SearchTerm].Length > 0);
        (await loaded.RecordsAsync(seller, Datasets.SpAdvertisedProduct)).Should().OnlyContain(record =>
            record.EntityKey == $"{record.CampaignId}.{record.AdGroupId}.{record.AdId}"
            && record.Texts[PerformanceText.AdvertisedAsin].StartsWith("B0") && record.Texts[PerformanceText.AdvertisedSku].StartsWith("SKU"));
        (await loaded.RecordsAsync(seller, Datasets.SpPurchasedProduct)).Should().OnlyContain(record =>
            record.Texts[PerformanceText.PurchasedAsin].StartsWith("B0") && !record.Metrics.ContainsKey(PerformanceMetric.Cost));
    }

    private static decimal? Sum(IReadOnlyList<PerformanceRecord> records, PerformanceMetric metric) =>
        records.Any(record => record.Metrics.ContainsKey(metric)) ? records.Sum(record => record.Metrics[metric]) : null;

    /// <summary>Ten days of all these datasets, loaded once for all of these tests.</summary>
    public sealed class LoadedProducts : IAsyncLifetime
    {
        private Tests.Ingestion.Ingestion _ingestion = null!;

        public IReadOnlyList<SimulatorProfileInfo> Profiles => _ingestion.Simulator.Truth.Profiles;

        public async Task InitializeAsync()
        {
            _ingestion = await Tests.Ingestion.Ingestion.StartAsync(
                simulator => (simulator.Profiles, simulator.Campaigns) = (2, 12),
                ingestion => ingestion.Datasets = [.. All]);
            (await _ingestion.SyncAsync()).Succeeded.Should().BeTrue();
            (await _ingestion.CompleteAsync()).Succeeded.Should().BeTrue();
        }

        public SimulatorTotals Truth(SimulatorProfileInfo profile, Dataset dataset) =>
            _ingestion.Simulator.Truth.GetTotals(profile.ProfileId, dataset.ReportType.Id, dataset.GroupBy, Start, End);

        public async Task<IReadOnlyList<PerformanceRecord>> RecordsAsync(SimulatorProfileInfo profile, Dataset dataset)
        {
            var records = new List<PerformanceRecord>();
            string? token = null;
            do
            {
                ReadPage<PerformanceRecord> page = await _ingestion.Storage.Reader.ListPerformanceAsync(
                    new PerformanceQuery(_ingestion.Account, dataset.Id) { ProfileId = new ProfileId(profile.ProfileId), StartDate = Start, EndDate = End }, new PageRequest(1000, token));
                records.AddRange(page.Items);
                token = page.Next;
            }
            while (token is not null);

            return records;
        }

        public async Task DisposeAsync() => await _ingestion.DisposeAsync();
    }
}
