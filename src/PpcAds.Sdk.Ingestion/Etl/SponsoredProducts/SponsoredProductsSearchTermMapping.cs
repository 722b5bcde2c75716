using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredProducts;

/// <summary>What shoppers searched for, met by a keyword or another target.</summary>
internal sealed class SponsoredProductsSearchTermMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } =
        ["campaignId", "adGroupId", "keywordId", "keywordType", "matchType", "targeting", "searchTerm"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if ((RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target)
            ?? SponsoredProductsTargetMapping.ReadTarget(batch, row, columns[2..6], target)) is { } problem)
        {
            return problem;
        }

        ReadOnlySpan<byte> term = RowKeys.Text(batch, row, columns[6]);
        target.SetText(PerformanceText.SearchTerm, term);
        target.Key.Append(RowKeys.Text(batch, row, columns[4]));
        target.Key.Append(term);
        return null;
    }
}
