using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>The parts that the keys of many datasets begin with.</summary>
internal static class RowKeys
{
    /// <summary>Campaign and ad group, which every row below a campaign has.</summary>
    public static RowProblem? ReadAdGroup(ReportBatch batch, int row, int campaignColumn, int adGroupColumn, PerformanceRow target)
    {
        if (RowIds.ReadRequired(batch, row, campaignColumn, "campaignId", out long campaignId) is { } campaignProblem)
        {
            return campaignProblem;
        }

        if (RowIds.ReadRequired(batch, row, adGroupColumn, "adGroupId", out long adGroupId) is { } adGroupProblem)
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

    /// <summary>A text that may be missing.</summary>
    public static ReadOnlySpan<byte> Text(ReportBatch batch, int row, int column) => column < 0 ? default : batch.GetUtf8(row, column);
}
