using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Records;

/// <summary>
/// The view <c>performance_records</c>, by LINQ, has what the reader has: nothing of how rows are stored shows.
/// </summary>
public abstract class RecordsViewTests : LoadContract
{
    private const string Row =
        """
        {"date":"2026-03-01","campaignId":1,"adGroupId":2,"keywordId":3,"keywordType":"EXACT","matchType":"EXACT",
        "targeting":"blue mug","searchTerm":"mug","campaignBudgetCurrencyCode":"USD","impressions":100,"clicks":4,"cost":1.25,
        "purchases1d":1,"purchases7d":2,"purchases14d":3,"purchases30d":4,"sales1d":10.5,"sales7d":20.25,"sales14d":30,
        "sales30d":40,"unitsSoldClicks1d":1,"unitsSoldClicks7d":2,"unitsSoldClicks14d":4,"unitsSoldClicks30d":5,
        "attributedSalesSameSku7d":5,"attributedSalesSameSku14d":6,"purchases":7,"sales":70,"unitsSold":8,
        "purchasesClicks":6,"salesClicks":60,"unitsSoldClicks":7,"viewableImpressions":50,
        "newToBrandSales":9,"newToBrandPurchases":2,"newToBrandUnitsSold":3,
        "kindleEditionNormalizedPagesRead14d":40,"kindleEditionNormalizedPagesRoyalties14d":0.4,
        "topOfSearchImpressionShare":0.0325}
        """;

    private const string Zeros = """{"date":"2026-03-01","campaignId":2,"adGroupId":null,"impressions":3}""";

    public static TheoryData<string, int> Datasets
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (Dataset dataset in Etl.Datasets.All)
            {
                data.Add(dataset.Id, 7);
                data.Add(dataset.Id, 14);
            }

            return data;
        }
    }

    protected abstract DbContext Context { get; }

    [SkippableTheory]
    [MemberData(nameof(Datasets))]
    public async Task Every_column_is_the_readers(string datasetId, int attributionDays)
    {
        Dataset dataset = Etl.Datasets.Get(datasetId);
        await LoadAsync(Rows.None.Raw(Row).Raw(Zeros), Scope(dataset) with { AttributionDays = attributionDays });

        IReadOnlyList<PerformanceRecord> read = await RecordsAsync(dataset);
        List<PpcPerformanceRecord> queried = await Context.Set<PpcPerformanceRecord>()
            .Where(row => row.AccountId == Account.Value && row.ProfileId == Profile.Value && row.Dataset == datasetId)
            .ToListAsync();

        read.Should().HaveCount(2);
        queried.Should().HaveCount(2);
        foreach (PpcPerformanceRecord row in queried)
        {
            PerformanceRecord same = read.Single(record => record.EntityKey == row.EntityKey);
            (row.Date, row.CampaignId, row.AdGroupId, row.TargetId, row.AdId).Should()
                .Be((same.Date, same.CampaignId?.Value, same.AdGroupId?.Value, same.TargetId, same.AdId));
            (row.Currency, row.AttributionDays, row.ChangedAt).Should().Be((same.CurrencyCode, attributionDays, same.ChangedAt));
            Texts(row).Should().BeEquivalentTo(same.Texts);
            (row.TopOfSearchImpressionShare, row.Extra).Should().Be((same.TopOfSearchImpressionShare, same.Extra));
            Metrics(row).Should().BeEquivalentTo(same.Metrics);
            same.Metrics.Keys.Should().BeEquivalentTo(dataset.Metrics);
        }
    }

    private static Dictionary<PerformanceText, string> Texts(PpcPerformanceRecord row) => Enum.GetValues<PerformanceText>()
        .Select(text => (text, Value: (string?)Value(row, text.ToString()))).Where(pair => pair.Value is not null)
        .ToDictionary(pair => pair.text, pair => pair.Value!);

    private static Dictionary<PerformanceMetric, decimal> Metrics(PpcPerformanceRecord row) => PerformanceMetrics.All
        .Select(metric => (metric, Value: Value(row, metric.ToString()))).Where(pair => pair.Value is not null)
        .ToDictionary(
            pair => pair.metric,
            pair => Convert.ToDecimal(pair.Value, System.Globalization.CultureInfo.InvariantCulture));

    private static object? Value(PpcPerformanceRecord row, string name) =>
        typeof(PpcPerformanceRecord).GetProperty(name)!.GetValue(row);
}
