using System.Globalization;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>The ledger's days of a load: <c>performance_days</c>.</summary>
internal sealed class DayLedger(SqlSession session, TableNames names, LoadScope scope, ScopeKey key, DateTimeOffset now)
{
    private const string Suspect = "suspect";
    private const string Unproven = "unproven";

    private const string IsLoaded =
        """
        state = CASE WHEN r.rows = 0 THEN 'empty' ELSE 'loaded' END,
          report_id = @report,
          report_generated_at = @generated
        """;

    private DateTimeOffset? _knownAt;

    private string Cost => session.Dialect.MoneyColumn("cost");

    private string Into =>
        $"""
        INSERT INTO {names.Days} (
          account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, first_loaded_at,
          rows, rows_removed, impressions, clicks, {Cost}, checksum)
        """;

    /// <summary>
    /// A day that is suspect keeps the report of its figures, so that a later report replaces it like the one before.
    /// </summary>
    private string OnConflict(bool isSuspect)
    {
        string report = isSuspect
            ? ""
            : "\n  report_id = excluded.report_id,\n  report_generated_at = excluded.report_generated_at,";
        return $"""
            ON CONFLICT (account_id, profile_id, dataset, date) DO UPDATE
            SET state = excluded.state,{report}
              loaded_at = excluded.loaded_at,
              first_loaded_at = COALESCE({PpcAdsTables.Days}.first_loaded_at, excluded.first_loaded_at),
              rows = excluded.rows,
              rows_removed = 0,
              impressions = excluded.impressions,
              clicks = excluded.clicks,
              {Cost} = excluded.{Cost},
              checksum = excluded.checksum
            """;
    }

    /// <summary>Begins the log of what the load makes known; days count as loaded at its instant.</summary>
    public async Task<FigureLog> BeginLogAsync(CancellationToken cancellationToken)
    {
        FigureLog log = await FigureLog.BeginAsync(session, names, scope, key, now, cancellationToken).ConfigureAwait(false);
        _knownAt = log.KnownAt;
        return log;
    }

    /// <summary>What is stored of each day; days never loaded are absent.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, StoredDay>> ReadAsync(CancellationToken cancellationToken)
    {
        List<(DateOnly Date, StoredDay Day)> days = await SqlSession.QueryAsync(
            session.Command(
                $"""
                SELECT r.date, r.report_generated_at, r.rows, r.{Cost}
                FROM {names.Days} r
                WHERE {key.Days}
                  AND {key.Range}
                """),
            reader => (
                session.Dialect.ReadDate(reader, 0),
                new StoredDay(
                    session.Dialect.ReadInstant(reader, 1),
                    new DayFigures(reader.GetInt64(2), session.Dialect.ReadMicros(reader, 3)))),
            cancellationToken).ConfigureAwait(false);
        return days.ToDictionary(day => day.Date, day => day.Day);
    }

    /// <summary>Leaves days as they are, of which the report proves nothing, and says so.</summary>
    public async Task LeaveAsync(
        IReadOnlyCollection<DateOnly> days, IReadOnlyDictionary<DateOnly, StoredDay> known, CancellationToken cancellationToken)
    {
        DateOnly[] stored = [.. days.Where(known.ContainsKey)];
        if (stored.Length > 0)
        {
            await SqlSession.ExecuteAsync(
                session.Command(
                    $"""
                    UPDATE {names.Days} AS r
                    SET state = 'unproven'
                    WHERE {key.Days}
                      AND {key.In("r.date", stored)}
                    """),
                cancellationToken).ConfigureAwait(false);
        }

        await AddAsync(
            [.. days.Except(stored)], Unproven, new Dictionary<DateOnly, DayTotals>(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes days whose totals are known.</summary>
    public Task AddAsync(
        IReadOnlyCollection<DateOnly> days,
        IReadOnlyDictionary<DateOnly, DayTotals> totals,
        CancellationToken cancellationToken) =>
        AddAsync(days, null, totals, cancellationToken);

    /// <param name="days">The days.</param>
    /// <param name="state">Their state; <see langword="null"/> for what their totals say.</param>
    /// <param name="totals">What their rows add up to.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    private async Task AddAsync(
        IReadOnlyCollection<DateOnly> days,
        string? state,
        IReadOnlyDictionary<DateOnly, DayTotals> totals,
        CancellationToken cancellationToken)
    {
        if (days.Count == 0)
        {
            return;
        }

        DateOnly[] ordered = [.. days.Order()];
        IEnumerable<string> rows = ordered.Select((day, i) =>
        {
            DayTotals total = totals.GetValueOrDefault(day);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                ({key.Account}, {key.Profile}, {key.Dataset}, {session.Dialect.DateLiteral(day)},
                    '{state ?? (total.Rows == 0 ? "empty" : "loaded")}', @report, @generated, @now,
                    {(state == Unproven ? "NULL" : "@known")}, {total.Rows}, 0, {total.Impressions}, {total.Clicks}, @cost{i},
                    {total.Checksum})
                """);
        });
        IEnumerable<(string, object?)> costs = ordered.Select(
            (day, i) => ($"@cost{i}", (object?)session.Dialect.MoneyValue(totals.GetValueOrDefault(day).CostMicros)));
        await SqlSession.ExecuteAsync(
            Command(
                $"""
                {Into}
                VALUES
                  {string.Join(",\n  ", rows)}
                {OnConflict(state == Suspect)}
                """,
                [.. costs]),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes days whose rows are what is stored now. Of those whose rows are what they were, only the report changes.
    /// </summary>
    /// <param name="days">The days of the load.</param>
    /// <param name="known">Those that the ledger had before.</param>
    /// <param name="removal">What is removed.</param>
    /// <param name="changed">The days with other rows than before.</param>
    /// <param name="totals">What their rows add up to; <see langword="null"/> to have it read.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task UpdateAsync(
        IReadOnlyCollection<DateOnly> days,
        IReadOnlyDictionary<DateOnly, StoredDay> known,
        Removal removal,
        IReadOnlySet<DateOnly> changed,
        IReadOnlyDictionary<DateOnly, DayTotals>? totals,
        CancellationToken cancellationToken)
    {
        DateOnly[] counted = [.. days.Where(day => changed.Contains(day) || !known.ContainsKey(day))];
        DateOnly[] same = [.. days.Except(counted)];
        if (same.Length > 0)
        {
            await SqlSession.ExecuteAsync(
                Command(
                    $"""
                    UPDATE {names.Days} AS r
                    SET {(removal.IsSuspect ? $"state = '{Suspect}'" : IsLoaded)},
                      loaded_at = @now,
                      first_loaded_at = COALESCE(first_loaded_at, @known),
                      rows_removed = 0
                    WHERE {key.Days}
                      AND {key.In("r.date", same)}
                    """),
                cancellationToken).ConfigureAwait(false);
        }

        if (counted.Length > 0)
        {
            totals ??= await StoredRows.SumAsync(session, names, key, counted, cancellationToken).ConfigureAwait(false);
            await AddAsync(counted, removal.IsSuspect ? Suspect : null, totals, cancellationToken).ConfigureAwait(false);
        }

        foreach ((DateOnly date, DayFigures gone) in removal.Applies ? removal.ByDate : Removal.None.ByDate)
        {
            await SqlSession.ExecuteAsync(
                session.Command(
                    $"""
                    UPDATE {names.Days} AS r
                    SET rows_removed = @rows
                    WHERE {key.Days}
                      AND r.date = {session.Dialect.DateLiteral(date)}
                    """,
                    ("@rows", gone.Rows)),
                cancellationToken).ConfigureAwait(false);
        }
    }

    private System.Data.Common.DbCommand Command(
        string sql, params ReadOnlySpan<(string Name, object? Value)> more) => session.Command(
        sql,
        [
            ("@report", scope.ReportId),
            ("@generated", session.Dialect.InstantValue(scope.GeneratedAt)),
            ("@now", session.Dialect.InstantValue(now)),
            ("@known", session.Dialect.InstantValue(_knownAt ?? now)),
            .. more,
        ]);
}
