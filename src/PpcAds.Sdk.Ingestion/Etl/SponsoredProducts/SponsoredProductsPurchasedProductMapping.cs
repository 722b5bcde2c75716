using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredProducts;

/// <summary>What was bought after a product was advertised for a keyword or another target.</summary>
internal sealed class SponsoredProductsPurchasedProductMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } =
        ["campaignId", "adGroupId", "keywordId", "keywordType", "matchType", "advertisedAsin", "advertisedSku", "purchasedAsin"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if ((RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target)
            ?? SponsoredProductsTargetMapping.ReadTarget(batch, row, columns[2..5], target)) is { } problem)
        {
            return problem;
        }

        ReadOnlySpan<byte> advertised = RowKeys.Text(batch, row, columns[5]);
        ReadOnlySpan<byte> sku = RowKeys.Text(batch, row, columns[6]);
        ReadOnlySpan<byte> purchased = RowKeys.Text(batch, row, columns[7]);
        target.SetText(PerformanceText.AdvertisedAsin, advertised);
        target.SetText(PerformanceText.AdvertisedSku, sku);
        target.SetText(PerformanceText.PurchasedAsin, purchased);
        target.Key.Append(purchased);
        target.Key.Append(advertised);
        target.Key.Append(sku);
        return null;
    }
}
