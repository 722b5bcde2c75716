using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Rows about a product that an ad advertises.</summary>
/// <param name="asin">The column of its ASIN.</param>
/// <param name="sku">The column of its SKU.</param>
internal sealed class AdvertisedProductMapping(string asin = "advertisedAsin", string sku = "advertisedSku") : IRowMapping
{
    private readonly AdMapping _ad = new();

    public IReadOnlyList<string> Columns { get; } = ["campaignId", "adGroupId", "adId", asin, sku];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        target.SetText(PerformanceText.AdvertisedAsin, RowKeys.Text(batch, row, columns[3]));
        target.SetText(PerformanceText.AdvertisedSku, RowKeys.Text(batch, row, columns[4]));
        return _ad.Read(batch, row, columns[..3], target);
    }
}
