using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredDisplay;

/// <summary>What else of the brand was bought after an ad for a product.</summary>
internal sealed class SponsoredDisplayPurchasedProductMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId", "adGroupId", "promotedAsin", "promotedSku", "asinBrandHalo"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target) is { } problem)
        {
            return problem;
        }

        ReadOnlySpan<byte> advertised = RowKeys.Text(batch, row, columns[2]);
        ReadOnlySpan<byte> sku = RowKeys.Text(batch, row, columns[3]);
        ReadOnlySpan<byte> purchased = RowKeys.Text(batch, row, columns[4]);
        target.SetText(PerformanceText.AdvertisedAsin, advertised);
        target.SetText(PerformanceText.AdvertisedSku, sku);
        target.SetText(PerformanceText.PurchasedAsin, purchased);
        target.Key.Append(purchased);
        target.Key.Append(advertised);
        target.Key.Append(sku);
        return null;
    }
}
