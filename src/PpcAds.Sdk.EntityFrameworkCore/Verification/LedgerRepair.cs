using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>
/// Makes the ledger say what the rows are. A day whose rows are not those that were loaded becomes suspect, so that its report is
/// requested again: only Amazon knows what is right.
/// </summary>
internal sealed class LedgerRepair(
    SqlSession session,
    TableNames names,
    LoadScope scope,
    ScopeKey key,
    DateTimeOffset now,
    Action<StoreDifferenceKind, long> healed)
{
    /// <summary>Older than each report, and due immediately.</summary>
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    private PpcAdsSqlDialect Dialect => session.Dialect;

    public async Task HealAsync(IReadOnlyDictionary<DateOnly, DayTotals> stored, CancellationToken cancellationToken)
    {
        SortedDictionary<DateOnly, LedgerDay> ledger = await LedgerDay.ReadAsync(
            session, names, key, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<DateOnly, LoadsOfDay> loads = await LoadsOfDay.ReadAsync(
            session, names, key, cancellationToken).ConfigureAwait(false);
        var suspect = new List<DateOnly>();
        DateOnly[] missing = [.. stored.Keys.Union(loads.Keys).Where(date => !ledger.ContainsKey(date)).Order()];
        foreach (DateOnly date in missing)
        {
            await AddAsync(date, stored.GetValueOrDefault(date), loads, cancellationToken).ConfigureAwait(false);
        }

        healed(StoreDifferenceKind.DayMissing, missing.Length);
        foreach (LedgerDay day in ledger.Values)
        {
            DayTotals rows = stored.GetValueOrDefault(day.Date);
            bool isChanged = rows.Checksum != day.Totals.Checksum;
            if (isChanged)
            {
                suspect.Add(day.Date);
            }

            string state = (day with { Totals = rows, State = isChanged ? LedgerDay.Suspect : day.State }).ProperState;
            if (rows != day.Totals || state != day.State)
            {
                await UpdateAsync(day.Date, rows, state, cancellationToken).ConfigureAwait(false);
                healed(rows != day.Totals ? ScopeCheck.KindOf(day.Totals, rows) : StoreDifferenceKind.DayState, 1);
            }

            LoadsOfDay? known = loads.TryGetValue(day.Date, out LoadsOfDay found) ? found : null;
            if (LoadsOfDay.Differ(day with { State = state }, known) is not null)
            {
                await HealLoadsAsync(day, state, known, cancellationToken).ConfigureAwait(false);
                healed(StoreDifferenceKind.DayLoads, 1);
            }
        }

        await DistrustAsync([.. suspect, .. missing.Where(stored.ContainsKey)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Rows are kept, though the ledger does not know them: Amazon may no longer have their day. As it is suspect, and older
    /// than each report, the next report of the day replaces it.
    /// </summary>
    private Task<int> AddAsync(
        DateOnly date,
        DayTotals rows,
        IReadOnlyDictionary<DateOnly, LoadsOfDay> loads,
        CancellationToken cancellationToken)
    {
        LoadsOfDay? known = loads.TryGetValue(date, out LoadsOfDay found) ? found : null;
        return SqlSession.ExecuteAsync(
            session.Command(
                $"""
                INSERT INTO {names.Days} (
                  account_id, profile_id, dataset, date, state, report_id, report_generated_at, loaded_at, first_loaded_at,
                  rows, rows_removed, impressions, clicks, {Dialect.MoneyColumn("cost")}, checksum)
                VALUES (
                  {key.Account}, {key.Profile}, {key.Dataset}, {Dialect.DateLiteral(date)}, '{LedgerDay.Suspect}', '',
                  @generated, @loaded, {(known is null ? "NULL" : "@first")},
                  @rows, 0, @impressions, @clicks, @cost, @checksum)
                """,
                [
                    ("@generated", Dialect.InstantValue(known?.LastGenerated ?? Never)),
                    ("@loaded", Dialect.InstantValue(known?.Last ?? Never)),
                    .. known is { } load ? [("@first", Dialect.InstantValue(load.First))] : Array.Empty<(string, object?)>(),
                    .. Totals(rows),
                ]),
            cancellationToken);
    }

    private Task<int> UpdateAsync(DateOnly date, DayTotals rows, string state, CancellationToken cancellationToken) =>
        SqlSession.ExecuteAsync(
            session.Command(
                $"""
                UPDATE {names.Days} AS r
                SET state = '{state}',
                  rows = @rows,
                  impressions = @impressions,
                  clicks = @clicks,
                  {Dialect.MoneyColumn("cost")} = @cost,
                  checksum = @checksum
                WHERE {key.Days}
                  AND r.date = {Dialect.DateLiteral(date)}
                """,
                Totals(rows)),
            cancellationToken);

    private (string, object?)[] Totals(DayTotals rows) =>
    [
        ("@rows", rows.Rows),
        ("@impressions", rows.Impressions),
        ("@clicks", rows.Clicks),
        ("@cost", Dialect.MoneyValue(rows.CostMicros)),
        ("@checksum", rows.Checksum),
    ];

    /// <summary>
    /// A load that is not noted is, if the ledger names it and there was one of the profile and dataset at that instant; else the
    /// ledger is what its loads say.
    /// </summary>
    private async Task HealLoadsAsync(LedgerDay day, string state, LoadsOfDay? known, CancellationToken cancellationToken)
    {
        DateTimeOffset? first = day.FirstLoadedAt;
        (DateTimeOffset First, DateTimeOffset Last, DateTimeOffset Generated)? loads = known is { } load
            ? (load.First, load.Last, load.LastGenerated)
            : null;
        foreach (DateTimeOffset at in new[] { first, day.LoadedAt }.OfType<DateTimeOffset>().Distinct())
        {
            bool isLost = at == first ? loads is null || at < loads.Value.First : loads is null || at > loads.Value.Last;
            if (isLost && await WasLoadedAsync(at, cancellationToken).ConfigureAwait(false))
            {
                DateTimeOffset generated = at == day.LoadedAt || day.ReportGeneratedAt < at ? day.ReportGeneratedAt : at;
                await AddLoadAsync(day.Date, at, generated, cancellationToken).ConfigureAwait(false);
                loads = loads is not { } others ? (at, at, generated)
                    : at < others.First ? (at, others.Last, others.Generated)
                    : (others.First, at, generated);
            }
        }

        bool isUnproven = state == LedgerDay.Unproven;
        await SqlSession.ExecuteAsync(
            session.Command(
                $"""
                UPDATE {names.Days} AS r
                SET first_loaded_at = {(loads is null ? "NULL" : "@first")},
                  loaded_at = @loaded,
                  report_generated_at = @generated
                WHERE {key.Days}
                  AND r.date = {Dialect.DateLiteral(day.Date)}
                """,
                [
                    .. loads is { } all ? [("@first", Dialect.InstantValue(all.First))] : Array.Empty<(string, object?)>(),
                    ("@loaded", Dialect.InstantValue(
                        loads is { } last && !isUnproven && day.LoadedAt > last.Last ? last.Last : day.LoadedAt)),
                    ("@generated", Dialect.InstantValue(
                        loads is { } newest && state is "loaded" or "empty" ? newest.Generated : day.ReportGeneratedAt)),
                ]),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> WasLoadedAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        (await SqlSession.QueryAsync(
            session.Command(
                $"""
                SELECT 1
                FROM {names.Scopes} r
                WHERE {key.Facts}
                  AND r.known_at = @at
                UNION
                SELECT 1
                FROM {names.DayLoads} r
                WHERE {key.Facts}
                  AND r.loaded_at = @at
                """,
                ("@at", Dialect.InstantValue(at))),
            _ => 1,
            cancellationToken).ConfigureAwait(false)).Count > 0;

    private Task<int> AddLoadAsync(
        DateOnly date, DateTimeOffset at, DateTimeOffset generated, CancellationToken cancellationToken)
    {
        System.Data.Common.DbCommand command = session.Command(
            $"""
            INSERT INTO {names.DayLoads} (scope_id, date, loaded_at, report_generated_at)
            VALUES ({key.ScopeId}, {Dialect.DateLiteral(date)}, @at, @generated)
            """,
            ("@at", Dialect.InstantValue(at)),
            ("@generated", Dialect.InstantValue(generated)));
        return SqlSession.ExecuteAsync(command, cancellationToken);
    }

    /// <summary>
    /// Lets the next report be compared with the rows value by value, whatever their hash says, and notes why the days are
    /// suspect.
    /// </summary>
    private async Task DistrustAsync(IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0)
        {
            return;
        }

        if (Dialect.RowHash is { Length: > 0 } hash)
        {
            await SqlSession.ExecuteAsync(
                session.Command(
                    $"""
                    UPDATE {names.Facts} AS r
                    SET {hash} = NULL
                    WHERE {key.Facts}
                      AND {key.In("r.date", days)}
                      AND r.{hash} IS NOT NULL
                    """),
                cancellationToken).ConfigureAwait(false);
        }

        var issue = new SyncIssue
        {
            AccountId = scope.AccountId,
            ProfileId = scope.ProfileId,
            Step = $"recompute {scope.Dataset}",
            Reason = "rows changed outside of loads",
            Details = $"{days.Count} days from {days.Min():yyyy-MM-dd} to {days.Max():yyyy-MM-dd} are requested again",
            Count = days.Count,
            At = now,
        };
        await IssueWriter.AddAsync(session, names, issue, cancellationToken).ConfigureAwait(false);
    }
}
