using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredBrands;

/// <summary>
/// What shoppers searched for. Amazon Ads reporting v3: this report type names keywords only; the rows of other targets have no
/// id, so that those of one ad group with the same term are one.
/// </summary>
internal sealed class SponsoredBrandsSearchTermMapping : IRowMapping
{
    public IReadOnlyList<string> Columns { get; } =
        ["campaignId", "adGroupId", "keywordId", "matchType", "keywordText", "searchTerm"];

    public RowProblem? Read(ReportBatch batch, int row, ReadOnlySpan<int> columns, PerformanceRow target)
    {
        if (RowKeys.ReadAdGroup(batch, row, columns[0], columns[1], target) is { } problem)
        {
            return problem;
        }

        if (RowIds.ReadOptional(batch, row, columns[2], "keywordId", out long? keywordId) is { } outOfRange)
        {
            return outOfRange;
        }

        ReadOnlySpan<byte> matchType = RowKeys.Text(batch, row, columns[3]);
        bool isKeyword = TargetKinds.IsKeyword(matchType) || (matchType.IsEmpty && keywordId is not null);
        target.TargetId = keywordId;
        target.SetText(PerformanceText.MatchType, matchType);
        if (keywordId is { } id)
        {
            target.Key.Append(id);
            target.SetText(PerformanceText.TargetKind, isKeyword ? "keyword"u8 : TargetKinds.OfOther(matchType));
            target.SetText(PerformanceText.TargetText, RowKeys.Text(batch, row, columns[4]));
        }
        else
        {
            ReadOnlySpan<byte> text = RowKeys.Text(batch, row, columns[2]);
            target.SetText(
                PerformanceText.TargetKind,
                isKeyword || matchType.IsEmpty || !text.IsEmpty ? "unallocated"u8 : TargetKinds.OfOther(matchType));
            target.SetText(PerformanceText.TargetText, text.IsEmpty ? RowKeys.Text(batch, row, columns[4]) : text);
            target.Key.Append(isKeyword ? "k"u8 : "t"u8);
            target.Key.Append(text);
        }

        ReadOnlySpan<byte> term = RowKeys.Text(batch, row, columns[5]);
        target.SetText(PerformanceText.SearchTerm, term);
        target.Key.Append(matchType);
        target.Key.Append(term);
        return null;
    }
}
