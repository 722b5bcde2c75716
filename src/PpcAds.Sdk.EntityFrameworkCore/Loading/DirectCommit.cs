using System.Collections.Frozen;
using PpcAds.Sdk.EntityFrameworkCore.Aggregates;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Loading;

/// <summary>
/// What a load into empty days has to do in addition to writing rows: ledger and sums, from the rows that passed rather than
/// from the table. Runs inside the load's transaction.
/// </summary>
internal sealed class DirectCommit
{
    // Some 7 MB. A report about more is summed by the database, which has read its rows by then anyway: into the cache.
    private const int MostEntities = 32_768;

    /// <summary>What is stored of the days.</summary>
    private static readonly FrozenDictionary<DateOnly, StoredDay> Nothing = FrozenDictionary<DateOnly, StoredDay>.Empty;

    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly LoadScope _scope;
    private readonly ScopeKey _key;
    private readonly AggregateUpdate _aggregates;
    private readonly EntityTotals? _tally;
    private readonly DayLedger _ledger;

    private DirectCommit(
        SqlSession session, TableNames names, LoadScope scope, ScopeKey key, AggregateUpdate aggregates, DateTimeOffset now)
    {
        _session = session;
        _names = names;
        _scope = scope;
        _key = key;
        _aggregates = aggregates;
        _tally = aggregates.Window is { } window ? new EntityTotals(scope.Dataset.Grain, window.Affects, MostEntities) : null;
        _ledger = new DayLedger(session, names, scope, key, now);
    }

    public static async Task<DirectCommit> BeginAsync(
        SqlSession session,
        TableNames names,
        LoadScope scope,
        ScopeKey key,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Which of the days have rows is known at the end, see Narrow.
        DateOnly[] days = scope.FirstDate <= scope.EndDate ? [scope.FirstDate, scope.EndDate] : [];
        AggregateUpdate aggregates = await AggregateUpdate.BeginAsync(
            session, names, scope, key, days, now, cancellationToken).ConfigureAwait(false);
        return new DirectCommit(session, names, scope, key, aggregates, now);
    }

    /// <summary>Takes note of a row that is written.</summary>
    public void Add(PerformanceRow row) => _tally?.Add(row);

    /// <param name="written">What was written of each day, copies of one key included.</param>
    /// <param name="hasSummed">Whether copies of one key may have become one row.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<LoadResult> RunAsync(
        IReadOnlyDictionary<DateOnly, DayTotals> written, bool hasSummed, CancellationToken cancellationToken)
    {
        FigureLog log = await _ledger.BeginLogAsync(cancellationToken).ConfigureAwait(false);
        LoadDays days = LoadRules.GetDays(_scope, Nothing, written.ToDictionary(day => day.Key, day => day.Value.Figures));
        await _ledger.LeaveAsync(days.Unproven, Nothing, cancellationToken).ConfigureAwait(false);
        await log.WriteLoadsAsync(days.Replaced, cancellationToken).ConfigureAwait(false);
        _aggregates.Narrow(days.Replaced);
        long copies = written.Values.Sum(day => day.Rows);
        long rows = hasSummed ? await CountRowsAsync(cancellationToken).ConfigureAwait(false) : copies;
        if (rows == copies)
        {
            await _ledger.AddAsync(days.Replaced, written, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Only the database knows how many rows there are of each day.
            await _ledger.UpdateAsync(
                days.Replaced, Nothing, Removal.None, days.Replaced, null, cancellationToken).ConfigureAwait(false);
        }

        // Without sums the statistics of SumAsync are not needed either, and it takes a lock on the whole table until the commit.
        if (_aggregates.Window is not null)
        {
            await _aggregates.RunAsync(
                await SumAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        return new LoadResult { Inserted = rows, Duplicates = copies - rows };
    }

    private async Task<string> SumAsync(CancellationToken cancellationToken)
    {
        if (_tally is not { IsComplete: true } tally)
        {
            // As far as the database knows, the days are as empty as they were: it would go to the rows one by one.
            string analyze = _session.Dialect.AnalyzeSql(_names.Facts, "scope_id", "date");
            if (analyze.Length > 0)
            {
                await SqlSession.ExecuteAsync(_session.Command(analyze), cancellationToken).ConfigureAwait(false);
            }

            return AggregateSource.Loaded(_session.Dialect, _names, _scope, _key);
        }

        StagingTable table = StagingTable.ForTally(_session.Dialect);
        await SqlSession.ExecuteAsync(
            _session.Command(table.CreateSql(_session.Dialect)), cancellationToken).ConfigureAwait(false);
        IRowWriter writer = _session.Dialect.OpenStaging(_session.Connection, _session.Transaction, table);
        await using (writer.ConfigureAwait(false))
        {
            foreach (PerformanceRow row in tally.Read())
            {
                await writer.AddAsync(row, cancellationToken).ConfigureAwait(false);
            }

            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        return AggregateSource.Tally(_session.Dialect, table);
    }

    private Task<long> CountRowsAsync(CancellationToken cancellationToken) => _session.CountAsync(
        $"""
        SELECT COUNT(*)
        FROM {_names.Facts} r
        WHERE {_key.Facts}
          AND {_key.Range}
        """,
        cancellationToken);
}
