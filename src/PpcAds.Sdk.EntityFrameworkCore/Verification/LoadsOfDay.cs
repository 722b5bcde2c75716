using PpcAds.Sdk.EntityFrameworkCore.Sql;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>The first and the newest load of a day in <c>performance_day_loads</c>.</summary>
internal readonly record struct LoadsOfDay(DateTimeOffset First, DateTimeOffset Last, DateTimeOffset LastGenerated)
{
    public static async Task<IReadOnlyDictionary<DateOnly, LoadsOfDay>> ReadAsync(
        SqlSession session, TableNames names, ScopeKey key, CancellationToken cancellationToken)
    {
        var days = new Dictionary<DateOnly, LoadsOfDay>();
        await SqlSession.ForEachAsync(
            session.Command(
                $"""
                SELECT r.date, r.loaded_at, r.report_generated_at
                FROM {names.DayLoads} r
                WHERE {key.Facts}
                ORDER BY r.date, r.loaded_at
                """),
            reader =>
            {
                DateOnly date = session.Dialect.ReadDate(reader, 0);
                DateTimeOffset at = session.Dialect.ReadInstant(reader, 1);
                DateTimeOffset first = days.TryGetValue(date, out LoadsOfDay known) ? known.First : at;
                days[date] = new LoadsOfDay(first, at, session.Dialect.ReadInstant(reader, 2));
            },
            cancellationToken).ConfigureAwait(false);
        return days;
    }

    /// <summary>
    /// Returns what the ledger says otherwise, or <see langword="null"/>. A load is not earlier than the ledger says; it is later
    /// where the clock was set back.
    /// </summary>
    public static (string Subject, string Expected, string Found)? Differ(LedgerDay day, LoadsOfDay? loads)
    {
        if (loads is not { } known)
        {
            return day.FirstLoadedAt is null ? null : Make("first_loaded_at", null, day.FirstLoadedAt);
        }

        return day.FirstLoadedAt != known.First ? Make("first_loaded_at", known.First, day.FirstLoadedAt)
            : day.State != LedgerDay.Unproven && day.LoadedAt > known.Last ? Make("loaded_at", known.Last, day.LoadedAt)
            : day.IsSettled && day.ReportGeneratedAt != known.LastGenerated
                ? Make("report_generated_at", known.LastGenerated, day.ReportGeneratedAt)
            : null;

        static (string, string, string) Make(string subject, DateTimeOffset? expected, DateTimeOffset? found) =>
            (subject, StoreDifferences.Text(expected), StoreDifferences.Text(found));
    }
}
