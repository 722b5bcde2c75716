using PpcAds.Sdk.EntityFrameworkCore.Aggregates;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>Compares all that is stored of a profile and dataset. Runs inside a transaction that sees one state.</summary>
internal sealed class ScopeCheck(SqlSession session, TableNames names, StoredScope scope, DateTimeOffset now)
{
    private readonly StoreDifferences _found = new();

    public async Task<StoreVerification> RunAsync(CancellationToken cancellationToken)
    {
        ScopeRow? row = await ScopeRow.FindAsync(session, names, scope.Load, cancellationToken).ConfigureAwait(false);
        var key = new ScopeKey(session.Dialect, scope.Load, row?.ScopeId ?? ScopeRow.None);
        IReadOnlyDictionary<DateOnly, DayTotals> stored = await StoredRows.SumAsync(
            session, names, key, null, cancellationToken).ConfigureAwait(false);
        SortedDictionary<DateOnly, LedgerDay> ledger = await LedgerDay.ReadAsync(
            session, names, key, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<DateOnly, LoadsOfDay> loads = await LoadsOfDay.ReadAsync(
            session, names, key, cancellationToken).ConfigureAwait(false);
        CheckScope(row, ledger.Count + stored.Count, loads);
        CheckDays(ledger, stored, loads);
        await CheckHistoryAsync(key, cancellationToken).ConfigureAwait(false);
        if (AggregateGrain.For(scope.Load.Dataset).Count > 0)
        {
            var sums = new SumsRecompute(session, names, scope.Load, key, now);
            await sums.FindAsync(Add, cancellationToken).ConfigureAwait(false);
        }

        return _found.ToVerification(scope.Position, stored.Values.Sum(day => day.Rows));
    }

    private void Add(StoreDifference difference) => _found.Add(difference);

    private void CheckScope(ScopeRow? row, int days, IReadOnlyDictionary<DateOnly, LoadsOfDay> loads)
    {
        if (row is null && days + loads.Count == 0)
        {
            // Purged since it was listed.
            return;
        }

        if (!scope.HasProfile)
        {
            Add(new StoreDifference
            {
                Kind = StoreDifferenceKind.ProfileMissing,
                Table = ProfileRecord.Table.Name,
                Subject = "profile_id",
                Expected = StoreDifferences.Text(scope.Load.ProfileId.Value),
            });
        }

        if (row is null)
        {
            AddScope("scope_id", "a number", "");
            return;
        }

        long metrics = PpcPerformanceScope.MetricsOf(scope.Load.Dataset);
        if (row.Metrics != metrics && days > 0)
        {
            AddScope("metrics", StoreDifferences.Text(metrics), StoreDifferences.Text(row.Metrics));
        }

        // As HistoryRepair has it: a load in the future was none.
        DateTimeOffset latest = row.KnownAt > now ? row.KnownAt.Value : now;
        foreach ((DateOnly date, LoadsOfDay load) in loads.Where(load => load.Value.Last > latest))
        {
            AddDay(StoreDifferenceKind.DayLoads, date, "loaded_at", "", StoreDifferences.Text(load.Last));
        }

        DateTimeOffset newest = loads.Values.Select(load => load.Last).Where(last => last <= latest).DefaultIfEmpty().Max();
        if (newest != default && !(row.KnownAt >= newest))
        {
            AddScope("known_at", StoreDifferences.Text(newest), StoreDifferences.Text(row.KnownAt));
        }
    }

    private void AddScope(string subject, string expected, string found) => Add(new StoreDifference
    {
        Kind = StoreDifferenceKind.Scope,
        Table = PpcAdsTables.Scopes,
        Subject = subject,
        Expected = expected,
        Found = found,
    });

    private void CheckDays(
        SortedDictionary<DateOnly, LedgerDay> ledger,
        IReadOnlyDictionary<DateOnly, DayTotals> stored,
        IReadOnlyDictionary<DateOnly, LoadsOfDay> loads)
    {
        foreach (DateOnly date in stored.Keys.Union(loads.Keys).Where(date => !ledger.ContainsKey(date)).Order())
        {
            string rows = StoreDifferences.Text(stored.GetValueOrDefault(date).Rows);
            AddDay(StoreDifferenceKind.DayMissing, date, "rows", rows, "");
        }

        foreach (LedgerDay day in ledger.Values)
        {
            DayTotals rows = stored.GetValueOrDefault(day.Date);
            if (rows != day.Totals)
            {
                (string subject, long expected, long found) = Differ(day.Totals, rows);
                AddDay(
                    KindOf(day.Totals, rows), day.Date, subject, StoreDifferences.Text(expected), StoreDifferences.Text(found));
            }

            if (day.State != day.ProperState)
            {
                AddDay(StoreDifferenceKind.DayState, day.Date, "state", day.ProperState, day.State);
            }

            if (LoadsOfDay.Differ(day, loads.TryGetValue(day.Date, out LoadsOfDay known) ? known : null) is { } load)
            {
                AddDay(StoreDifferenceKind.DayLoads, day.Date, load.Subject, load.Expected, load.Found);
            }
        }
    }

    /// <summary>
    /// Returns what it means that the ledger and rows differ: rows with the checksum of the ledger are what was loaded.
    /// </summary>
    public static StoreDifferenceKind KindOf(DayTotals ledger, DayTotals rows) =>
        ledger.Checksum == rows.Checksum ? StoreDifferenceKind.DayFigures : StoreDifferenceKind.DayRows;

    private static (string Subject, long Expected, long Found) Differ(DayTotals ledger, DayTotals rows)
    {
        // Of rows that were changed, what was loaded is expected; of right rows, the ledger is what is wrong.
        (DayTotals expected, DayTotals found) = ledger.Checksum == rows.Checksum ? (rows, ledger) : (ledger, rows);
        return expected.Rows != found.Rows ? ("rows", expected.Rows, found.Rows)
            : expected.Impressions != found.Impressions ? ("impressions", expected.Impressions, found.Impressions)
            : expected.Clicks != found.Clicks ? ("clicks", expected.Clicks, found.Clicks)
            : expected.CostMicros != found.CostMicros ? ("cost in millionths", expected.CostMicros, found.CostMicros)
            : ("checksum", expected.Checksum, found.Checksum);
    }

    private void AddDay(StoreDifferenceKind kind, DateOnly date, string subject, string expected, string found) =>
        Add(new StoreDifference
        {
            Kind = kind,
            Table = PpcAdsTables.Days,
            Date = date,
            Subject = subject,
            Expected = expected,
            Found = found,
        });

    private async Task CheckHistoryAsync(ScopeKey key, CancellationToken cancellationToken)
    {
        var history = new HistorySql(names, key);
        await AddChangesAsync(history.WithoutLoad, StoreDifferenceKind.HistoryChange, "known_at", 3).ConfigureAwait(false);
        await AddChangesAsync(history.BelowZero, StoreDifferenceKind.HistoryFigure, "clicks before it", 4).ConfigureAwait(false);

        Task AddChangesAsync(string sql, StoreDifferenceKind kind, string subject, int column) => SqlSession.ForEachAsync(
            session.Command(sql),
            reader => Add(new StoreDifference
            {
                Kind = kind,
                Table = ChangeTable.Name,
                Date = session.Dialect.ReadDate(reader, 0),
                EntityId = reader.GetInt64(1),
                Subject = subject,
                Found = column == 3
                    ? StoreDifferences.Text(session.Dialect.ReadInstant(reader, column))
                    : StoreDifferences.Text(reader.GetValue(column)),
            }),
            cancellationToken);
    }
}
