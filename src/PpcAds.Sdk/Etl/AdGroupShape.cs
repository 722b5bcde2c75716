using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>Rows about an ad group.</summary>
internal sealed class AdGroupShape : IRowShape
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId", "adGroupId"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowIds.ReadRequired(batch, row, columns[0], "campaignId", out long campaignId) is { } campaignProblem)
        {
            return campaignProblem;
        }

        if (RowIds.ReadRequired(batch, row, columns[1], "adGroupId", out long adGroupId) is { } adGroupProblem)
        {
            return adGroupProblem;
        }

        target.CampaignId = campaignId;
        target.AdGroupId = adGroupId;
        target.Key.Append(campaignId);
        target.Key.Append((byte)'.');
        target.Key.Append(adGroupId);
        return null;
    }
}
