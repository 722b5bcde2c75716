using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Rows about an ad group.</summary>
internal sealed class AdGroupMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId", "adGroupId"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target) =>
        RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target);
}
