using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Sql;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>A day of the ledger, as it is stored.</summary>
internal sealed record LedgerDay(
    DateOnly Date,
    string State,
    DateTimeOffset ReportGeneratedAt,
    DateTimeOffset LoadedAt,
    DateTimeOffset? FirstLoadedAt,
    DayTotals Totals)
{
    public const string Suspect = "suspect";
    public const string Unproven = "unproven";

    /// <summary>Gets a value that indicates whether the newest load of the day is what its report says.</summary>
    public bool IsSettled => State is "loaded" or "empty";

    /// <summary>Gets the state that it should have.</summary>
    public string ProperState => State is Suspect or Unproven ? State
        : !IsSettled ? Suspect
        : Totals.Rows == 0 ? "empty" : "loaded";

    public static async Task<SortedDictionary<DateOnly, LedgerDay>> ReadAsync(
        SqlSession session, TableNames names, ScopeKey key, CancellationToken cancellationToken)
    {
        var days = new SortedDictionary<DateOnly, LedgerDay>();
        await SqlSession.ForEachAsync(
            session.Command(
                $"""
                SELECT
                  r.date, r.state, r.report_generated_at, r.loaded_at, r.first_loaded_at,
                  r.rows, r.impressions, r.clicks, r.{session.Dialect.MoneyColumn("cost")}, r.checksum
                FROM {names.Days} r
                WHERE {key.Days}
                """),
            reader =>
            {
                DateOnly date = session.Dialect.ReadDate(reader, 0);
                days[date] = new LedgerDay(
                    date,
                    reader.GetString(1),
                    session.Dialect.ReadInstant(reader, 2),
                    session.Dialect.ReadInstant(reader, 3),
                    reader.IsDBNull(4) ? null : session.Dialect.ReadInstant(reader, 4),
                    new DayTotals(
                        reader.GetInt64(5),
                        reader.GetInt64(6),
                        reader.GetInt64(7),
                        session.Dialect.ReadMicros(reader, 8),
                        reader.GetInt64(9)));
            },
            cancellationToken).ConfigureAwait(false);
        return days;
    }
}
