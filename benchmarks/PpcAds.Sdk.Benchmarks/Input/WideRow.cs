using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>
/// The row that <c>performance_records</c> had when it was a table: the key as text, every identifier, every metric, zeros too.
/// What the SDK's own row is measured against.
/// </summary>
internal static class WideRow
{
    private const int HashDigits = 32;

    /// <summary>The columns that COPY fills; the others are null.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "account_id", "profile_id", "dataset", "date", "entity_key", "campaign_id", "ad_group_id", "target_id", "target_kind",
        "target_text", "match_type", "search_term", "currency", "attribution_days",
        .. ReportMetrics.Stored.Select(stored => stored.Column), "row_hash", "changed_at",
    ];

    /// <summary>The columns of the key.</summary>
    public static IReadOnlyList<string> KeyColumns { get; } = ["account_id", "profile_id", "dataset", "date", "entity_key"];

    /// <summary>Gets what COPY is sent for each of the columns.</summary>
    /// <param name="dataset">The dataset.</param>
    public static IReadOnlyList<Action<CopyEncoder, ReportRow>> FieldsOf(string dataset) =>
    [
        (copy, _) => copy.Bigint(InputFiles.AccountId),
        (copy, _) => copy.Bigint(ReportSource.ProfileId),
        (copy, _) => copy.Text(dataset),
        (copy, row) => copy.Date(row.Date),
        (copy, row) => copy.Text(KeyOf(row.Target.Key, row.Target.MatchType, row.SearchTerm)),
        (copy, row) => copy.Bigint(row.Target.CampaignId),
        (copy, row) => copy.Bigint(row.Target.AdGroupId),
        (copy, row) => copy.Bigint(row.Target.TargetId),
        (copy, row) => copy.Text(row.Target.Kind),
        (copy, row) => copy.Text(row.Target.Targeting),
        (copy, row) => copy.Text(row.Target.MatchType),
        (copy, row) => copy.Text(row.SearchTerm),
        (copy, _) => copy.Text(ReportSource.Currency),
        (copy, _) => copy.Integer(ReportSource.AttributionDays),
        .. ReportMetrics.Stored.Select(stored => (Action<CopyEncoder, ReportRow>)(ReportMetrics.IsMoney(stored.Metric)
            ? (copy, row) => copy.Numeric(row.Values[stored.Metric])
            : (copy, row) => copy.Bigint(row.Values[stored.Metric]))),

        // As wide as a hash, and as random.
        (copy, row) => copy.Bigint((long)SeededRandom.Mix((ulong)row.Target.TargetId, (ulong)row.Day)),
        (copy, _) => copy.Timestamp(ReportSource.LastDay.AddDays(1)),
    ];

    /// <summary>The key of a row within dataset and day.</summary>
    /// <param name="target">The key of its target.</param>
    /// <param name="matchType">The match type.</param>
    /// <param name="searchTerm">The search term, if the report has it: the key ends with a hash of both.</param>
    public static string KeyOf(string target, string matchType, string? searchTerm)
    {
        if (searchTerm is null)
        {
            return target;
        }

        byte[] first = Encoding.UTF8.GetBytes(matchType);
        byte[] second = Encoding.UTF8.GetBytes(searchTerm);
        byte[] both = new byte[first.Length + second.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(both, first.Length);
        first.CopyTo(both, 4);
        BinaryPrimitives.WriteInt32BigEndian(both.AsSpan(4 + first.Length), second.Length);
        second.CopyTo(both, 8 + first.Length);
        return $"{target}#{Convert.ToHexStringLower(SHA256.HashData(both).AsSpan(0, HashDigits / 2))}";
    }

    /// <summary>The key of a target.</summary>
    public static string KeyOf(long campaignId, long adGroupId, bool isKeyword, long targetId) =>
        string.Create(CultureInfo.InvariantCulture, $"{campaignId}.{adGroupId}.{(isKeyword ? 'k' : 't')}{targetId}");
}
