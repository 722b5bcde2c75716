using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Etl.SponsoredProducts;

/// <summary>
/// Amazon Ads reporting v3: Sponsored Products puts the ids of keywords and of other targets into <c>keywordId</c>; only
/// <c>keywordType</c> tells them apart.
/// </summary>
internal sealed class SponsoredProductsTargetShape : IRowShape
{
    public IReadOnlyList<string> Columns { get; } = ["campaignId", "adGroupId", "keywordId", "keywordType", "matchType", "targeting"];

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
        ReadOnlySpan<byte> type = columns[3] < 0 ? default : batch.GetUtf8(row, columns[3]);
        bool isKeyword = type.SequenceEqual("BROAD"u8) || type.SequenceEqual("PHRASE"u8) || type.SequenceEqual("EXACT"u8);
        target.SetText(PerformanceText.MatchType, columns[4] < 0 ? default : batch.GetUtf8(row, columns[4]));
        target.SetText(PerformanceText.TargetText, columns[5] < 0 ? default : batch.GetUtf8(row, columns[5]));
        target.Key.Append(campaignId);
        target.Key.Append((byte)'.');
        target.Key.Append(adGroupId);
        target.Key.Append((byte)'.');
        target.Key.Append(isKeyword ? (byte)'k' : (byte)'t');
        if (RowIds.ReadOptional(batch, row, columns[2], "keywordId", out long? id) is { } outOfRange)
        {
            return outOfRange;
        }

        if (id is { } targetId)
        {
            target.TargetId = targetId;
            target.Key.Append(targetId);
            target.SetText(PerformanceText.TargetKind, KindOf(type, isKeyword));
            return null;
        }

        // What could not be placed lower: kept, since totals must hold.
        ReadOnlySpan<byte> text = columns[2] < 0 ? default : batch.GetUtf8(row, columns[2]);
        target.SetText(PerformanceText.TargetKind, "unallocated"u8);
        target.SetText(PerformanceText.TargetText, text);
        target.Key.AppendText(text);
        return null;
    }

    private static ReadOnlySpan<byte> KindOf(ReadOnlySpan<byte> keywordType, bool isKeyword) =>
        isKeyword ? "keyword"u8
        : keywordType.SequenceEqual("TARGETING_EXPRESSION_PREDEFINED"u8) ? "auto"u8
        : keywordType.SequenceEqual("THEME"u8) ? "theme"u8
        : "product"u8;
}
