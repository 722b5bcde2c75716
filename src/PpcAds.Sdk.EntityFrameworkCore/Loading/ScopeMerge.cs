using System.Collections.Frozen;
using PpcAds.Sdk.EntityFrameworkCore.Aggregates;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>Makes the stored rows of a scope equal to the staged ones. Runs inside the load's transaction.</summary>
internal sealed class ScopeMerge
{
    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly StagingTable _table;
    private readonly LoadScope _scope;
    private readonly DateTimeOffset _now;
    private readonly ScopeKey _key;
    private readonly ScopeDiff _diff;
    private readonly DayLedger _ledger;

    public ScopeMerge(
        SqlSession session, TableNames names, StagingTable table, LoadScope scope, ScopeKey key, DateTimeOffset now)
    {
        _session = session;
        _names = names;
        _table = table;
        _scope = scope;
        _now = now;
        _key = key;
        _diff = new ScopeDiff(session, names, table, _key, scope.AttributionDays);
        _ledger = new DayLedger(session, names, scope, key, now);
    }

    /// <param name="written">What was staged of each day, copies of one key included.</param>
    /// <param name="problems">What went wrong with rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<LoadResult> RunAsync(
        IReadOnlyDictionary<DateOnly, DayTotals> written, RowProblemLog problems, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<DateOnly, StoredDay> known = await _ledger.ReadAsync(cancellationToken).ConfigureAwait(false);
        LoadDays judged = LoadRules.GetDays(_scope, known, written.ToDictionary(day => day.Key, day => day.Value.Figures));
        IReadOnlySet<DateOnly> days = judged.Replaced;
        DateOnly[] mayLose = [.. days.Where(day => !problems.HasUndatedRejections && !problems.RejectedDates.Contains(day))];
        long copies = written.Where(day => days.Contains(day.Key)).Sum(day => day.Value.Rows);
        long staged = _session.Dialect.SupportsHashFullJoin
            ? copies
            : await CountStagedAsync(days, cancellationToken).ConfigureAwait(false);
        FigureLog log = await _ledger.BeginLogAsync(cancellationToken).ConfigureAwait(false);
        AggregateUpdate aggregates = await AggregateUpdate.BeginAsync(
            _session, _names, _scope, _key, days, _now, cancellationToken).ConfigureAwait(false);
        await _diff.CreateAsync(days, mayLose, cancellationToken).ConfigureAwait(false);
        if (await HasDuplicatesAsync(staged, days, cancellationToken).ConfigureAwait(false))
        {
            await SumDuplicatesAsync(cancellationToken).ConfigureAwait(false);
            staged = await CountStagedAsync(days, cancellationToken).ConfigureAwait(false);
            await _diff.CreateAsync(days, mayLose, cancellationToken).ConfigureAwait(false);
        }

        Removal removal = await JudgeRemovalAsync(days, known, copies, cancellationToken).ConfigureAwait(false);
        if (removal.IsSuspect)
        {
            problems.AddSuspect(days);
        }

        long inserted = await InsertAsync(cancellationToken).ConfigureAwait(false);
        long changed = await UpdateAsync(cancellationToken).ConfigureAwait(false);
        if (removal.Applies)
        {
            await DeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        await log.WriteChangesAsync(_table.Metrics, removal.Applies, cancellationToken).ConfigureAwait(false);
        await log.WriteLoadsAsync(days, cancellationToken).ConfigureAwait(false);

        // What was staged is what is stored, unless rows came twice or some had to stay.
        bool isStaged = staged == copies && !removal.IsSuspect && mayLose.Length == days.Count;
        IReadOnlySet<DateOnly> held = mayLose.Length == days.Count
            ? FrozenSet<DateOnly>.Empty
            : await DaysOfAsync($"d.kind = {ScopeDiff.Protected}", cancellationToken).ConfigureAwait(false);
        await UpdateLedgerAsync(judged, held, known, removal, isStaged ? written : null, cancellationToken).ConfigureAwait(false);
        problems.AddHeld(held);
        problems.AddUnproven([.. judged.Unproven.Where(day => known.GetValueOrDefault(day).Figures.Rows > 0)]);
        await aggregates.RunAsync(_diff.ChangesSql(removal.Applies), cancellationToken).ConfigureAwait(false);
        return new LoadResult
        {
            Inserted = inserted,
            Changed = changed,
            Unchanged = staged - inserted - changed,
            Removed = removal.Applies ? removal.Rows : 0,
            Ignored = written.Values.Sum(day => day.Rows) - copies,
            Duplicates = copies - staged,
            IsSuspect = removal.IsSuspect,
            RemovalDigest = removal.Digest,
        };
    }

    private async Task UpdateLedgerAsync(
        LoadDays judged,
        IReadOnlySet<DateOnly> held,
        IReadOnlyDictionary<DateOnly, StoredDay> known,
        Removal removal,
        IReadOnlyDictionary<DateOnly, DayTotals>? written,
        CancellationToken cancellationToken)
    {
        IReadOnlySet<DateOnly> changed = await DaysOfAsync("1 = 1", cancellationToken).ConfigureAwait(false);
        await _ledger.UpdateAsync([.. judged.Replaced.Except(held)], known, removal, changed, written, cancellationToken)
            .ConfigureAwait(false);
        await _ledger.UpdateAsync(held, known, Removal.Held, changed, null, cancellationToken).ConfigureAwait(false);
        await _ledger.LeaveAsync(judged.Unproven, known, cancellationToken).ConfigureAwait(false);
    }

    private Task<long> CountStagedAsync(IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken) =>
        _session.CountAsync(
            $"""
            SELECT COUNT(*)
            FROM {_table.Name}
            WHERE {_key.In("date", days)}
            """,
            cancellationToken);

    /// <summary>
    /// A staging table without a key may hold rows twice. Then more staged rows than stored ones found their match, or a new one
    /// is there twice: both are seen without sorting the rows.
    /// </summary>
    private async Task<bool> HasDuplicatesAsync(
        long staged, IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken)
    {
        if (!_session.Dialect.SupportsHashFullJoin)
        {
            return false;
        }

        long fresh = await _diff.CountAsync($"d.kind = {ScopeDiff.New}", cancellationToken).ConfigureAwait(false);
        long unmatched = await _diff.CountAsync($"d.kind >= {ScopeDiff.Vanished}", cancellationToken).ConfigureAwait(false);
        long stored = await _session.CountAsync(
            $"""
            SELECT COUNT(*)
            FROM {_names.Facts} r
            WHERE {_key.Facts}
              AND {_key.Range}
              AND {_key.In("r.date", days)}
            """,
            cancellationToken).ConfigureAwait(false);
        return staged - fresh != stored - unmatched
            || (fresh > 0 && await _session.CountAsync(NewTwiceSql, cancellationToken).ConfigureAwait(false) > 0);
    }

    private static string NewTwiceSql =>
        $"""
        SELECT COUNT(*)
        FROM (
          SELECT 1
          FROM {ScopeDiff.Table} d
          WHERE d.kind = {ScopeDiff.New}
          GROUP BY d.date, d.campaign_id, d.detail
          HAVING COUNT(*) > 1) twice
        """;

    private Task<int> SumDuplicatesAsync(CancellationToken cancellationToken)
    {
        // Without a hash they are compared by their values.
        const string Sums = "ppc_staging_sums";
        return SqlSession.ExecuteAsync(
            _session.Command(
                $"""
                CREATE TEMPORARY TABLE {Sums} AS
                SELECT x.*, CAST(NULL AS bigint) AS {_session.Dialect.RowHash}
                FROM (
                  {_table.SumsSql(_session.Dialect, _table.Name, "copies").Indent()}) x;
                DROP TABLE {_table.Name};
                ALTER TABLE {Sums} RENAME TO {_table.Name}
                """),
            cancellationToken);
    }

    private async Task<Removal> JudgeRemovalAsync(
        IReadOnlyCollection<DateOnly> days,
        IReadOnlyDictionary<DateOnly, StoredDay> known,
        long reported,
        CancellationToken cancellationToken)
    {
        string cost = _session.Dialect.MoneyColumn("cost");
        List<(DateOnly Date, DayFigures Figures)> removed = await SqlSession.QueryAsync(
            _session.Command(
                $"""
                SELECT d.date, COUNT(*), COALESCE(SUM(d.old_{cost}), 0)
                FROM {ScopeDiff.Table} d
                WHERE d.kind = {ScopeDiff.Vanished}
                GROUP BY d.date
                """),
            reader => (
                _session.Dialect.ReadDate(reader, 0),
                new DayFigures(reader.GetInt64(1), _session.Dialect.ReadMicros(reader, 2))),
            cancellationToken).ConfigureAwait(false);
        if (removed.Count == 0)
        {
            return Removal.None;
        }

        long rows = removed.Sum(day => day.Figures.Rows);
        Dictionary<DateOnly, DayFigures> byDate = removed.ToDictionary(day => day.Date, day => day.Figures);
        Dictionary<DateOnly, DayFigures> stored = days.ToDictionary(day => day, day => known.GetValueOrDefault(day).Figures);
        if (!LoadRules.IsSuspect(stored, byDate, reported))
        {
            return new Removal(rows, false, null, byDate);
        }

        List<(DateOnly Date, string Key)> keys = await SqlSession.QueryAsync(
            _session.Command(
                $"""
                SELECT d.date, CAST(d.campaign_id AS text) || '#' || {_session.Dialect.Model.DetailText("d.detail")}
                FROM {ScopeDiff.Table} d
                WHERE d.kind = {ScopeDiff.Vanished}
                """),
            reader => (_session.Dialect.ReadDate(reader, 0), reader.GetString(1)),
            cancellationToken).ConfigureAwait(false);
        string digest = LoadRules.DigestRemoval(keys);
        return digest == _scope.ConfirmedRemoval
            ? new Removal(rows, false, null, byDate)
            : new Removal(rows, true, digest, byDate);
    }

    private async Task<long> InsertAsync(CancellationToken cancellationToken) =>
        await SqlSession.ExecuteAsync(Command(InsertSql(ScopeDiff.New)), cancellationToken).ConfigureAwait(false);

    private string InsertSql(int kind)
    {
        string[] columns = [.. _table.RowColumns.Concat(_diff.Hash)];
        return $"""
            INSERT INTO {_names.Facts} (
              scope_id,
              {string.Join(", ", columns)},
              attribution_days, changed_at)
            SELECT
              {_key.ScopeId},
              {string.Join(", ", columns.Select(column => $"d.{column}"))},
              @attribution, @now
            FROM {ScopeDiff.Table} d
            WHERE d.kind = {kind}
            """;
    }

    private async Task<long> UpdateAsync(CancellationToken cancellationToken) => await SqlSession.ExecuteAsync(
        Command(_session.Dialect.SupportsHashFullJoin ? UpdateWithNestedLoopPlan : UpdateByKeySql),
        cancellationToken).ConfigureAwait(false);

    private string UpdateWithNestedLoopPlan => _session.Dialect.WithNestedLoopPlan(
        $"""
        UPDATE {_names.Facts} AS r
        SET {string.Join(",\n  ", _table.ValueColumns.Concat(_diff.Hash).Select(column => $"{column} = d.{column}"))},
          attribution_days = @attribution,
          changed_at = @now
        FROM {ScopeDiff.Table} d
        WHERE d.kind = {ScopeDiff.Changed}
          AND {_diff.Match}
        """);

    /// <summary>
    /// An upsert looks each row up by the key. <c>UPDATE ... FROM</c> is a join, for which SQLite reads all differences again for
    /// each stored row: of 20,000 rows it took 20 seconds.
    /// </summary>
    private string UpdateByKeySql =>
        $"""
        {InsertSql(ScopeDiff.Changed)}
        ON CONFLICT (scope_id, date, campaign_id, detail) DO UPDATE
        SET {string.Join(",\n  ", _table.ValueColumns.Concat(_diff.Hash).Select(column => $"{column} = excluded.{column}"))},
          attribution_days = excluded.attribution_days,
          changed_at = excluded.changed_at
        """;

    private Task<int> DeleteAsync(CancellationToken cancellationToken) => SqlSession.ExecuteAsync(
        _session.Command(
            $"""
            DELETE FROM {_names.Facts} AS r
            WHERE {_key.Facts}
              AND {_key.Range}
              AND (r.date, r.campaign_id, r.detail) IN (
                SELECT d.date, d.campaign_id, d.detail
                FROM {ScopeDiff.Table} d
                WHERE d.kind = {ScopeDiff.Vanished})
            """),
        cancellationToken);

    /// <summary>The days of differences.</summary>
    private async Task<IReadOnlySet<DateOnly>> DaysOfAsync(string condition, CancellationToken cancellationToken) =>
        (await SqlSession.QueryAsync(
            _session.Command(
                $"""
                SELECT DISTINCT d.date
                FROM {ScopeDiff.Table} d
                WHERE {condition}
                """),
            reader => _session.Dialect.ReadDate(reader, 0),
            cancellationToken).ConfigureAwait(false)).ToHashSet();

    private System.Data.Common.DbCommand Command(string sql) =>
        _session.Command(sql, ("@attribution", _scope.AttributionDays), ("@now", _session.Dialect.InstantValue(_now)));
}
