using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredDisplay;

/// <summary>
/// Rows about a target. Amazon Ads reporting v3: sales that were modelled and cannot be placed lower come in rows whose
/// target is <c>Unallocated</c> or <c>-20</c>; they are kept, since totals must hold.
/// </summary>
internal sealed class SponsoredDisplayTargetMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } =
        ["campaignId", "adGroupId", "targetingId", "targetingText", "targetingExpression"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowKeys.ReadCampaign(batch, row, columns[0], target) is { } campaignProblem)
        {
            return campaignProblem;
        }

        if (RowIds.ReadOptional(batch, row, columns[1], "adGroupId", out long? adGroupId) is { } adGroupProblem)
        {
            return adGroupProblem;
        }

        if (RowIds.ReadOptional(batch, row, columns[2], "targetingId", out long? targetId) is { } targetProblem)
        {
            return targetProblem;
        }

        ReadOnlySpan<byte> text = RowKeys.Text(batch, row, columns[3]);
        ReadOnlySpan<byte> expression = text.IsEmpty ? RowKeys.Text(batch, row, columns[4]) : text;
        target.AdGroupId = adGroupId;
        target.TargetId = targetId;
        AppendPart(target.Key, adGroupId, RowKeys.Text(batch, row, columns[1]));
        ReadOnlySpan<byte> unplaced = RowKeys.Text(batch, row, columns[2]);
        AppendPart(target.Key, targetId, unplaced);
        target.SetText(PerformanceText.TargetKind, targetId is null ? "unallocated"u8 : KindOf(expression));
        target.SetText(PerformanceText.TargetText, targetId is null ? unplaced : expression);
        return null;
    }

    private static void AppendPart(EntityKey key, long? id, ReadOnlySpan<byte> text)
    {
        if (id is { } number)
        {
            key.Append(number);
        }
        else
        {
            key.Append(text);
        }
    }

    /// <summary>By how the expression begins; an audience of the old kind has a look-back.</summary>
    private static ReadOnlySpan<byte> KindOf(ReadOnlySpan<byte> expression) =>
        expression.StartsWith("views"u8) || expression.StartsWith("purchase"u8) || expression.StartsWith("audience"u8)
            || expression.IndexOf("lookback"u8) >= 0
            ? "audience"u8
            : "product"u8;
}
