using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredBrands;

/// <summary>What was bought after an ad of an ad group.</summary>
internal sealed class SponsoredBrandsPurchasedProductMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId", "adGroupId", "purchasedAsin"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target) is { } problem)
        {
            return problem;
        }

        ReadOnlySpan<byte> asin = RowKeys.Text(batch, row, columns[2]);
        target.SetText(PerformanceText.PurchasedAsin, asin);
        target.Key.Append(asin);
        return null;
    }
}
