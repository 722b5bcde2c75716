using FluentAssertions;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using Xunit;

namespace PpcAds.Sdk.Tests.SponsoredBrands;

/// <summary>What is loaded of Sponsored Brands, held against the simulator's truth.</summary>
public sealed class BrandDatasetTests(BrandDatasetTests.LoadedBrands loaded) : IClassFixture<BrandDatasetTests.LoadedBrands>
{
    private static readonly DateOnly Start = new(2026, 3, 5);
    private static readonly DateOnly End = new(2026, 3, 14);

    public static TheoryData<string> Ids { get; } =
        ["sb.campaign", "sb.ad_group", "sb.placement", "sb.target", "sb.search_term", "sb.ad", "sb.purchased_product"];

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
        bool hasNewToBrand = dataset != Datasets.SbSearchTerm;
        Sum(records, PerformanceMetric.NewToBrandSales).Should().Be(hasNewToBrand ? truth.NewToBrandSales : null);
        Sum(records, PerformanceMetric.NewToBrandOrders).Should().Be(hasNewToBrand ? truth.NewToBrandPurchases : null);
        Sum(records, PerformanceMetric.NewToBrandUnits).Should().Be(hasNewToBrand ? truth.NewToBrandUnitsSold : null);
        bool hasKindle = dataset != Datasets.SbTarget;
        Sum(records, PerformanceMetric.KindlePagesRead).Should().Be(hasKindle ? truth.KindlePagesReadAfterClicks : null);
        Sum(records, PerformanceMetric.KindleRoyalties).Should().Be(hasKindle ? truth.KindleRoyaltiesAfterClicks : null);
        truth.NewToBrandSales.Should().BePositive();
        truth.KindleRoyaltiesAfterClicks.Should().BePositive();
        records.Any(record => record.TopOfSearchImpressionShare > 0).Should().Be(dataset.HasTopOfSearchImpressionShare);
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
            && (record.TopOfSearchImpressionShare ?? 0) <= 1
            && (Of(record, PerformanceMetric.Sales) > 0) == (Of(record, PerformanceMetric.Orders) > 0));
    }

    [Fact]
    public async Task No_finer_grain_holds_more_than_its_campaign()
    {
        Dictionary<(DateOnly, CampaignId), PerformanceRecord> campaigns =
            (await loaded.RecordsAsync(Datasets.SbCampaign)).ToDictionary(record => (record.Date, record.CampaignId!.Value));

        foreach (Dataset dataset in Datasets.All.Where(dataset => dataset.Id.StartsWith("sb.", StringComparison.Ordinal)))
        {
            foreach (var group in (await loaded.RecordsAsync(dataset)).GroupBy(record => (record.Date, record.CampaignId!.Value)))
            {
                foreach (PerformanceMetric metric in dataset.Metrics)
                {
                    group.Sum(record => record.Metrics[metric]).Should().BeLessThanOrEqualTo(campaigns[group.Key].Metrics[metric], $"{metric} of {dataset}");
                }
            }
        }

        // All but search terms, of which Amazon tells only those that were clicked, hold the very same.
        foreach (Dataset dataset in (Dataset[])[Datasets.SbAdGroup, Datasets.SbPlacement, Datasets.SbTarget, Datasets.SbAd])
        {
            Sum(await loaded.RecordsAsync(dataset), PerformanceMetric.Cost).Should().Be(campaigns.Values.Sum(record => record.Metrics[PerformanceMetric.Cost]), dataset.Id);
        }
    }

    [Fact]
    public async Task Targets_are_keyed_by_what_they_are()
    {
        IReadOnlyList<PerformanceRecord> targets = await loaded.RecordsAsync(Datasets.SbTarget);

        targets.Select(record => record.Texts[PerformanceText.TargetKind]).Distinct().Should().BeEquivalentTo("keyword", "product", "theme");
        targets.Should().OnlyContain(record => record.EntityKey
            == $"{record.CampaignId}.{record.AdGroupId}.{(record.Texts[PerformanceText.TargetKind] == "keyword" ? 'k' : 't')}{record.TargetId}");
        targets.Where(record => record.Texts[PerformanceText.TargetKind] == "theme").Should()
            .OnlyContain(record => record.Texts[PerformanceText.TargetText].StartsWith("KEYWORDS_RELATED_TO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ads_without_an_id_are_kept_under_their_ad_group()
    {
        IReadOnlyList<PerformanceRecord> ads = await loaded.RecordsAsync(Datasets.SbAd);

        ads.Should().Contain(record => record.AdId == null).And.Contain(record => record.AdId != null);
        ads.Should().OnlyContain(record => record.AdId == null
            ? record.EntityKey.StartsWith($"{record.CampaignId}#")
            : record.EntityKey == $"{record.CampaignId}.{record.AdGroupId}.{record.AdId}");
    }

    [Fact]
    public async Task Placements_terms_and_products_have_their_texts()
    {
        IReadOnlyList<PerformanceRecord> placements = await loaded.RecordsAsync(Datasets.SbPlacement);
        IReadOnlyList<PerformanceRecord> terms = await loaded.RecordsAsync(Datasets.SbSearchTerm);
        IReadOnlyList<PerformanceRecord> products = await loaded.RecordsAsync(Datasets.SbPurchasedProduct);

        placements.Select(record => record.Texts[PerformanceText.Placement]).Distinct().Should().HaveCount(3);
        terms.Should().OnlyContain(record => record.Texts[PerformanceText.SearchTerm].Length > 0 && record.Metrics[PerformanceMetric.Clicks] > 0);
        terms.Where(record => record.Texts[PerformanceText.TargetKind] == "keyword").Should().NotBeEmpty().And.OnlyContain(record => record.TargetId != null);
        terms.Where(record => record.Texts[PerformanceText.TargetKind] == "product").Should().NotBeEmpty().And.OnlyContain(record => record.TargetId == null);
        products.Should().OnlyContain(record => record.EntityKey.StartsWith($"{record.CampaignId}#"));
        (Datasets.SbPurchasedProduct.ReportType.MaxDateRangeDays, Datasets.SbPurchasedProduct.ReportType.RetentionDays).Should().Be((731, 731));
    }

    private static decimal? Sum(IReadOnlyList<PerformanceRecord> records, PerformanceMetric metric) =>
        records.Any(record => record.Metrics.ContainsKey(metric)) ? records.Sum(record => record.Metrics[metric]) : null;

    private static decimal Of(PerformanceRecord record, PerformanceMetric metric) => record.Metrics.GetValueOrDefault(metric);

    /// <summary>Ten days of all datasets, loaded once for all of these tests.</summary>
    public sealed class LoadedBrands : IAsyncLifetime
    {
        private Tests.Ingestion.Ingestion _ingestion = null!;

        public async Task InitializeAsync()
        {
            _ingestion = await Tests.Ingestion.Ingestion.StartAsync(
                simulator => simulator.BrandCampaigns = 40,
                ingestion => ingestion.Datasets = [.. Datasets.All.Select(dataset => dataset.Id).Where(id => id.StartsWith("sb.", StringComparison.Ordinal))]);
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
