using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>
/// Rows about an ad. Sponsored Brands ads made with version 3 of the API have no id: those of one ad group share a row.
/// </summary>
internal sealed class AdMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId", "adGroupId", "adId"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target) is { } problem)
        {
            return problem;
        }

        if (RowIds.ReadOptional(batch, row, columns[2], "adId", out long? adId) is { } outOfRange)
        {
            return outOfRange;
        }

        target.AdId = adId;
        if (adId is { } id)
        {
            target.Key.Append(id);
        }
        else
        {
            target.Key.Append(RowKeys.Text(batch, row, columns[2]));
        }

        return null;
    }
}
