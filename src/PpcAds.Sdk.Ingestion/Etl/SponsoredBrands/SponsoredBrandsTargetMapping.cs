using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredBrands;

/// <summary>
/// Amazon Ads reporting v3: Sponsored Brands has a column for keywords, <c>keywordId</c>, and one for other targets,
/// <c>targetingId</c>; <c>keywordType</c> states which it is.
/// </summary>
internal sealed class SponsoredBrandsTargetMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } =
        [
            "campaignId", "adGroupId", "keywordId", "targetingId", "keywordType", "matchType", "keywordText", "targetingText",
            "targetingExpression",
        ];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target) is { } problem)
        {
            return problem;
        }

        if (RowIds.ReadOptional(batch, row, columns[2], "keywordId", out long? keywordId) is { } keywordOutOfRange)
        {
            return keywordOutOfRange;
        }

        if (RowIds.ReadOptional(batch, row, columns[3], "targetingId", out long? targetingId) is { } targetingOutOfRange)
        {
            return targetingOutOfRange;
        }

        ReadOnlySpan<byte> type = RowKeys.Text(batch, row, columns[4]);
        bool isKeyword = TargetKinds.IsKeyword(type) || (type.IsEmpty && keywordId is not null && targetingId is null);
        target.SetText(PerformanceText.MatchType, RowKeys.Text(batch, row, columns[5]));
        if ((isKeyword ? keywordId ?? targetingId : targetingId ?? keywordId) is { } id)
        {
            target.TargetId = id;
            target.Key.Append(id);
            target.SetText(PerformanceText.TargetKind, isKeyword ? "keyword"u8 : TargetKinds.OfOther(type));
            target.SetText(
                PerformanceText.TargetText,
                FirstText(batch, row, isKeyword ? [columns[6], columns[7]] : [columns[7], columns[8], columns[6]]));
            return null;
        }

        // What could not be placed lower: kept, since totals must hold.
        ReadOnlySpan<byte> text = FirstText(batch, row, isKeyword ? [columns[2], columns[3]] : [columns[3], columns[2]]);
        target.SetText(PerformanceText.TargetKind, "unallocated"u8);
        target.SetText(PerformanceText.TargetText, text);
        target.Key.Append(isKeyword ? "k"u8 : "t"u8);
        target.Key.Append(text);
        return null;
    }

    private static ReadOnlySpan<byte> FirstText(ReportBatch batch, int row, params ReadOnlySpan<int> columns)
    {
        foreach (int column in columns)
        {
            ReadOnlySpan<byte> text = RowKeys.Text(batch, row, column);
            if (!text.IsEmpty)
            {
                return text;
            }
        }

        return default;
    }
}
