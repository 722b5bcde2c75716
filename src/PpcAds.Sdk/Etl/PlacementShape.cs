using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Rows about a campaign on one placement.</summary>
internal sealed class PlacementShape : IRowShape
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId", "placementClassification"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowIds.ReadRequired(batch, row, columns[0], "campaignId", out long campaignId) is { } problem)
        {
            return problem;
        }

        ReadOnlySpan<byte> placement = RowKeys.Text(batch, row, columns[1]);
        target.CampaignId = campaignId;
        target.SetText(PerformanceText.Placement, placement);
        target.Key.Append(campaignId);
        target.Key.Append((byte)'#');
        target.Key.AppendText(placement);
        return null;
    }
}
