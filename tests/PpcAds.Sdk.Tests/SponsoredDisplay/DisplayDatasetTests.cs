using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredDisplay;

/// <summary>What is loaded of Sponsored Display, held against the simulator's truth.</summary>
public sealed class DisplayDatasetTests(DisplayDatasetTests.LoadedDisplay loaded) : IClassFixture<DisplayDatasetTests.LoadedDisplay>
{
    private static readonly DateOnly Start = new(2026, 3, 5);
    private static readonly DateOnly End = new(2026, 3, 14);

    public static TheoryData<string> Ids { get; } =
        ["sd.campaign", "sd.ad_group", "sd.target", "sd.advertised_product", "sd.purchased_product"];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_dataset_equals_the_truth_to_the_cent(string id)
    {
        Dataset dataset = Datasets.Get(id);
        SimulatorTotals truth = loaded.Truth(dataset);

        IReadOnlyList<PerformanceRecord> records = await loaded.RecordsAsync(dataset);

        records.Should().HaveCount(truth.Rows).And.OnlyContain(record => record.AttributionDays == 14 && record.CurrencyCode == "USD");
        records.Select(record => (record.Date, record.EntityKey)).Should().OnlyHaveUniqueItems();
        truth.Sales.Should().BeGreaterThan(truth.Sales14d, "some came after views");
        Sum(records, PerformanceMetric.Impressions).Should().Be(dataset.Metrics.Contains(PerformanceMetric.Impressions) ? truth.Impressions : null);
        Sum(records, PerformanceMetric.Clicks).Should().Be(dataset.Metrics.Contains(PerformanceMetric.Clicks) ? truth.Clicks : null);
        Sum(records, PerformanceMetric.Cost).Should().Be(dataset.Metrics.Contains(PerformanceMetric.Cost) ? truth.Cost : null);
        Sum(records, PerformanceMetric.ViewableImpressions).Should().Be(dataset.Metrics.Contains(PerformanceMetric.ViewableImpressions) ? truth.ViewableImpressions : null);
        Sum(records, PerformanceMetric.UnitsClicks).Should().Be(dataset.Metrics.Contains(PerformanceMetric.UnitsClicks) ? truth.UnitsSold14d : null);
        Sum(records, PerformanceMetric.Sales).Should().Be(truth.Sales);
        Sum(records, PerformanceMetric.Orders).Should().Be(truth.Purchases);
        Sum(records, PerformanceMetric.Units).Should().Be(truth.UnitsSold);
        Sum(records, PerformanceMetric.SalesClicks).Should().Be(truth.Sales14d);
        Sum(records, PerformanceMetric.OrdersClicks).Should().Be(truth.Purchases14d);
        bool hasNewToBrand = dataset != Datasets.SdPurchasedProduct;
        Sum(records, PerformanceMetric.NewToBrandSales).Should().Be(hasNewToBrand ? truth.NewToBrandSales : null);
        Sum(records, PerformanceMetric.NewToBrandOrders).Should().Be(hasNewToBrand ? truth.NewToBrandPurchases : null);
        Sum(records, PerformanceMetric.NewToBrandUnits).Should().Be(hasNewToBrand ? truth.NewToBrandUnitsSold : null);
        Sum(records, PerformanceMetric.KindlePagesRead).Should().Be(truth.KindlePagesRead).And.BePositive();
        Sum(records, PerformanceMetric.KindleRoyalties).Should().Be(truth.KindleRoyalties).And.BePositive();
        truth.KindlePagesRead.Should().BeGreaterThan(truth.KindlePagesReadAfterClicks, "some were read after views");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Figures_of_a_row_make_sense(string id)
    {
        IReadOnlyList<PerformanceRecord> records = await loaded.RecordsAsync(Datasets.Get(id));

        records.Should().OnlyContain(record =>
            Of(record, PerformanceMetric.Clicks) <= Of(record, PerformanceMetric.Impressions)
            && Of(record, PerformanceMetric.ViewableImpressions) <= Of(record, PerformanceMetric.Impressions)
            && Of(record, PerformanceMetric.SalesClicks) <= Of(record, PerformanceMetric.Sales)
            && Of(record, PerformanceMetric.SalesPromoted) <= Of(record, PerformanceMetric.Sales)
            && Of(record, PerformanceMetric.Orders) <= Of(record, PerformanceMetric.Units)
            && Of(record, PerformanceMetric.NewToBrandSales) <= Of(record, PerformanceMetric.Sales)
            && Of(record, PerformanceMetric.NewToBrandOrders) <= Of(record, PerformanceMetric.Orders)
            && Of(record, PerformanceMetric.NewToBrandUnits) <= Of(record, PerformanceMetric.Units)
            && (Of(record, PerformanceMetric.Sales) > 0) == (Of(record, PerformanceMetric.Orders) > 0));
    }

    [Fact]
    public async Task Every_grain_holds_what_its_campaigns_hold()
    {
        Dictionary<(DateOnly, CampaignId), PerformanceRecord> campaigns =
            (await loaded.RecordsAsync(Datasets.SdCampaign)).ToDictionary(record => (record.Date, record.CampaignId!.Value));

        foreach (Dataset dataset in (Dataset[])[Datasets.SdAdGroup, Datasets.SdTarget, Datasets.SdAdvertisedProduct, Datasets.SdPurchasedProduct])
        {
            bool whole = dataset != Datasets.SdPurchasedProduct;
            foreach (var group in (await loaded.RecordsAsync(dataset)).GroupBy(record => (record.Date, record.CampaignId!.Value)))
            {
                foreach (PerformanceMetric metric in dataset.Metrics)
                {
                    decimal sum = group.Sum(record => record.Metrics[metric]);
                    decimal campaign = campaigns[group.Key].Metrics[metric];
                    (whole ? sum == campaign : sum <= campaign).Should().BeTrue($"{metric} of {dataset}: {sum} and {campaign}");
                }
            }
        }
    }

    [Fact]
    public async Task Sales_that_no_target_made_are_kept_apart()
    {
        IReadOnlyList<PerformanceRecord> targets = await loaded.RecordsAsync(Datasets.SdTarget);

        List<PerformanceRecord> unplaced = [.. targets.Where(record => record.TargetId is null)];
        unplaced.Select(record => record.Texts[PerformanceText.TargetText]).Distinct().Should().BeEquivalentTo("Unallocated", "-20");
        unplaced.Should().OnlyContain(record => record.Texts[PerformanceText.TargetKind] == "unallocated"
            && record.EntityKey.StartsWith($"{record.CampaignId}#", StringComparison.Ordinal)
            && Of(record, PerformanceMetric.Sales) > 0
            && Of(record, PerformanceMetric.Cost) == 0);
        targets.Select(record => record.Texts[PerformanceText.TargetKind]).Distinct().Should().BeEquivalentTo("product", "audience", "unallocated");
        targets.Except(unplaced).Should().OnlyContain(record => record.EntityKey == $"{record.CampaignId}.{record.AdGroupId}.t{record.TargetId}");
    }

    [Fact]
    public async Task Products_have_their_texts()
    {
        IReadOnlyList<PerformanceRecord> advertised = await loaded.RecordsAsync(Datasets.SdAdvertisedProduct);
        IReadOnlyList<PerformanceRecord> purchased = await loaded.RecordsAsync(Datasets.SdPurchasedProduct);

        advertised.Should().OnlyContain(record => record.EntityKey == $"{record.CampaignId}.{record.AdGroupId}.{record.AdId}"
            && record.Texts[PerformanceText.AdvertisedAsin].StartsWith("B0", StringComparison.Ordinal));
        purchased.Should().NotBeEmpty().And.OnlyContain(record => record.Texts[PerformanceText.PurchasedAsin].StartsWith("B1", StringComparison.Ordinal)
            && record.EntityKey.StartsWith($"{record.CampaignId}#", StringComparison.Ordinal));
        Datasets.SdTarget.ReportType.RetentionDays.Should().Be(65);
    }

    private static decimal? Sum(IReadOnlyList<PerformanceRecord> records, PerformanceMetric metric) =>
        records.Any(record => record.Metrics.ContainsKey(metric)) ? records.Sum(record => record.Metrics[metric]) : null;

    private static decimal Of(PerformanceRecord record, PerformanceMetric metric) => record.Metrics.GetValueOrDefault(metric);

    /// <summary>Ten days of all datasets, loaded once for all of these tests.</summary>
    public sealed class LoadedDisplay : IAsyncLifetime
    {
        private Tests.Ingestion.Ingestion _ingestion = null!;

        public async Task InitializeAsync()
        {
            _ingestion = await Tests.Ingestion.Ingestion.StartAsync(
                simulator => simulator.DisplayCampaigns = 24,
                ingestion => ingestion.Datasets = [.. Datasets.All.Select(dataset => dataset.Id).Where(id => id.StartsWith("sd.", StringComparison.Ordinal))]);
            (await _ingestion.SyncAsync()).Succeeded.Should().BeTrue();
            (await _ingestion.CompleteAsync()).Succeeded.Should().BeTrue();
        }

        public SimulatorTotals Truth(Dataset dataset) => _ingestion.Simulator.Truth.GetTotals(
            _ingestion.Simulator.Truth.Profiles[0].ProfileId, dataset.ReportType.Id, dataset.GroupBy, Start, End);

        public async Task<IReadOnlyList<PerformanceRecord>> RecordsAsync(Dataset dataset)
        {
            var records = new List<PerformanceRecord>();
            string? token = null;
            do
            {
                ReadPage<PerformanceRecord> page = await _ingestion.Storage.Reader.ListPerformanceAsync(
                    new PerformanceQuery(_ingestion.Account, dataset.Id), new PageRequest(1000, token));
                records.AddRange(page.Items);
                token = page.Next;
            }
            while (token is not null);

            return records;
        }

        public async Task DisposeAsync() => await _ingestion.DisposeAsync();
    }
}
