using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Rows about a product that an ad advertises.</summary>
internal sealed class AdvertisedProductShape : IRowShape
{
    private readonly AdShape _ad = new();

    public IReadOnlyList<string> Columns { get; } = ["campaignId", "adGroupId", "adId", "advertisedAsin", "advertisedSku"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        target.SetText(PerformanceText.AdvertisedAsin, RowKeys.Text(batch, row, columns[3]));
        target.SetText(PerformanceText.AdvertisedSku, RowKeys.Text(batch, row, columns[4]));
        return _ad.Read(batch, row, columns[..3], target);
    }
}
