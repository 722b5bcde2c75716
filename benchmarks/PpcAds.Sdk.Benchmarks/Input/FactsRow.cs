namespace PpcAds.Sdk.Benchmarks.Input;

/// <summary>
/// A row of the SDK's own table of PostgreSQL, as COPY takes it. Only this file knows what that table is
/// like. A metric of 0 is null, and so is the window that the headline has.
/// </summary>
internal static class FactsRow
{
    public const string Table = "performance_facts";

    private static readonly (string Column, Action<CopyEncoder, ReportRow> Write)[] Fields =
    [
        ("scope_id", (copy, _) => copy.Integer(1)),
        ("date", (copy, row) => copy.Date(row.Date)),
        ("campaign_id", (copy, row) => copy.Bigint(row.Target.CampaignId)),
        ("detail", Detail),
        ("ad_group_id", (copy, row) => copy.Bigint(row.Target.AdGroupId)),
        ("target_id", (copy, row) => copy.Bigint(row.Target.TargetId)),
        ("target_kind", (copy, row) => copy.Text(row.Target.Kind)),
        ("target_text", (copy, row) => copy.Text(row.Target.Targeting)),
        ("match_type", (copy, row) => copy.Text(row.Target.MatchType)),
        ("search_term", (copy, row) => copy.Text(row.SearchTerm)),
        ("currency", (copy, _) => copy.Text(ReportSource.Currency)),
        ("attribution_days", (copy, _) => copy.Smallint(ReportSource.AttributionDays)),
        ("impressions", Count(ReportMetrics.Impressions)),
        ("clicks", Count(ReportMetrics.Clicks)),
        ("cost", Money(ReportMetrics.Cost)),
        ("sales", Money(ReportMetrics.Sales7d)),
        ("orders", Count(ReportMetrics.Purchases7d)),
        ("units", Count(ReportMetrics.Units7d)),
        ("sales_1d", Money(ReportMetrics.Sales1d)),
        ("sales_14d", Money(ReportMetrics.Sales14d)),
        ("sales_30d", Money(ReportMetrics.Sales30d)),
        ("orders_1d", Count(ReportMetrics.Purchases1d)),
        ("orders_14d", Count(ReportMetrics.Purchases14d)),
        ("orders_30d", Count(ReportMetrics.Purchases30d)),
        ("units_1d", Count(ReportMetrics.Units1d)),
        ("units_14d", Count(ReportMetrics.Units14d)),
        ("units_30d", Count(ReportMetrics.Units30d)),
        ("sales_promoted", Money(ReportMetrics.SameSku7d)),
        ("changed_at", (copy, _) => copy.Timestamp(ReportSource.LastDay.AddDays(1))),
        ("row_hash", (copy, row) => copy.Bigint((long)SeededRandom.Mix((ulong)row.Target.TargetId, (ulong)row.Day))),
    ];

    /// <summary>The columns that COPY fills; the others are null.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Fields.Select(field => field.Column)];

    /// <summary>What COPY is sent for each of the columns.</summary>
    public static IReadOnlyList<Action<CopyEncoder, ReportRow>> Writes { get; } = [.. Fields.Select(field => field.Write)];

    /// <summary>
    /// As wide as the hash of what distinguishes rows of a campaign and day, as random, and the same on each day.
    /// </summary>
    private static void Detail(CopyEncoder copy, ReportRow row)
    {
        ulong target = (ulong)row.Target.TargetId;
        ulong term = row.SearchTerm is { } text ? RowPrint.Add(target, text) : target;
        copy.Uuid(SeededRandom.Mix(target, term), SeededRandom.Mix(term, target));
    }

    private static Action<CopyEncoder, ReportRow> Count(int metric) => (copy, row) =>
    {
        if (row.Values[metric] == 0)
        {
            copy.Null();
        }
        else
        {
            copy.Integer((int)row.Values[metric]);
        }
    };

    private static Action<CopyEncoder, ReportRow> Money(int metric) => (copy, row) =>
    {
        if (row.Values[metric] == 0)
        {
            copy.Null();
        }
        else
        {
            copy.Numeric(row.Values[metric]);
        }
    };
}
