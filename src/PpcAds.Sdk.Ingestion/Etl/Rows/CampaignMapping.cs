using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Rows about a campaign.</summary>
internal sealed class CampaignMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target) =>
        RowKeys.ReadCampaign(batch, row, columns[0], target);
}
