using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Rows about a campaign on one placement.</summary>
internal sealed class PlacementMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId", "placementClassification"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowKeys.ReadCampaign(batch, row, columns[0], target) is { } problem)
        {
            return problem;
        }

        ReadOnlySpan<byte> placement = RowKeys.Text(batch, row, columns[1]);
        target.SetText(PerformanceText.Placement, placement);
        target.Key.Append(placement);
        return null;
    }
}
