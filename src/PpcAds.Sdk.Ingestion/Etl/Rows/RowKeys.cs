using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl;

/// <summary>The parts that the keys of many datasets begin with.</summary>
internal static class RowKeys
{
    /// <summary>
    /// The campaign; a row that does not name it is kept without, since totals must hold. A word in its place, which is
    /// documented nowhere, is none.
    /// </summary>
    public static RowProblem? ReadCampaign(ReportBatch batch, int row, int column, PerformanceRow target)
    {
        RowProblem? problem = ReadPart(batch, row, column, "campaignId", mayBeWord: false, target, out long? campaignId);
        target.CampaignId = campaignId;
        return problem;
    }

    /// <summary>
    /// Campaign and ad group, which every row below a campaign has; one that does not name them is kept without.
    /// </summary>
    public static RowProblem? ReadAdGroup(
        ReportBatch batch, int row, int campaignColumn, int adGroupColumn, PerformanceRow target)
    {
        if (ReadCampaign(batch, row, campaignColumn, target) is { } problem)
        {
            return problem;
        }

        problem = ReadPart(batch, row, adGroupColumn, "adGroupId", mayBeWord: true, target, out long? adGroupId);
        target.AdGroupId = adGroupId;
        return problem;
    }

    /// <summary>A text that may be missing.</summary>
    public static ReadOnlySpan<byte> Text(ReportBatch batch, int row, int column) =>
        column < 0 ? default : batch.GetUtf8(row, column);

    /// <summary>
    /// Adds an id to the key. A missing part is noted; a column that no row has is not the advertiser's doing, and rows without
    /// it would push away those that are stored with it.
    /// </summary>
    private static RowProblem? ReadPart(
        ReportBatch batch, int row, int column, string name, bool mayBeWord, PerformanceRow target, out long? id)
    {
        if (RowIds.ReadOptional(batch, row, column, name, out id) is { } outOfRange)
        {
            return outOfRange;
        }

        if (id is { } number)
        {
            target.Key.Append(number);
            return null;
        }

        var missing = new RowProblem("id missing", $"{name} is {RowIds.Describe(batch, row, column)}.");
        ReadOnlySpan<byte> word = Text(batch, row, column);
        if (column < 0 || (!word.IsEmpty && !mayBeWord))
        {
            return missing;
        }

        target.Note ??= missing;
        target.Key.Append(word);
        return null;
    }
}
