using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredProducts;

/// <summary>
/// Amazon Ads reporting v3: Sponsored Products puts the ids of keywords and of other targets into <c>keywordId</c>; only
/// <c>keywordType</c> distinguishes them.
/// </summary>
internal sealed class SponsoredProductsTargetMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } =
        ["campaignId", "adGroupId", "keywordId", "keywordType", "matchType", "targeting"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target) =>
        RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target) ?? ReadTarget(batch, row, columns[2..], target);

    /// <summary>Reads the target of a row.</summary>
    /// <param name="batch">The rows.</param>
    /// <param name="row">The row.</param>
    /// <param name="columns">
    /// Those of <c>keywordId</c>, <c>keywordType</c>, <c>matchType</c> and, if the report has it, the targeting's text.
    /// </param>
    /// <param name="target">Takes the target.</param>
    public static RowProblem? ReadTarget(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        ReadOnlySpan<byte> type = RowKeys.Text(batch, row, columns[1]);
        bool isKeyword = TargetKinds.IsKeyword(type);
        target.SetText(PerformanceText.MatchType, RowKeys.Text(batch, row, columns[2]));
        target.SetText(PerformanceText.TargetText, columns.Length > 3 ? RowKeys.Text(batch, row, columns[3]) : default);
        if (RowIds.ReadOptional(batch, row, columns[0], "keywordId", out long? id) is { } outOfRange)
        {
            return outOfRange;
        }

        if (id is { } targetId)
        {
            target.TargetId = targetId;
            target.Key.Append(targetId);
            target.SetText(PerformanceText.TargetKind, isKeyword ? "keyword"u8 : TargetKinds.OfOther(type));
            return null;
        }

        // What could not be placed lower: kept, since totals must hold.
        ReadOnlySpan<byte> text = RowKeys.Text(batch, row, columns[0]);
        target.SetText(PerformanceText.TargetKind, "unallocated"u8);
        target.SetText(PerformanceText.TargetText, text);
        target.Key.Append(isKeyword ? "k"u8 : "t"u8);
        target.Key.Append(text);
        return null;
    }
}
