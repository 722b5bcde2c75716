using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Aggregates;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>
/// Computes the sums on the entities of one profile and dataset again from their rows, and writes those that differ.
/// </summary>
internal sealed class SumsRecompute
{
    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly LoadScope _scope;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<AggregateGrain> _grains;
    private readonly ScopeKey _key;
    private readonly EntitySums _sums;
    private readonly string _entities;
    private readonly string[] _columns;

    /// <summary>Initializes the computation.</summary>
    /// <param name="session">A session of its own.</param>
    /// <param name="names">The tables.</param>
    /// <param name="scope">Whose sums; its days do not matter.</param>
    /// <param name="key">The rows of that.</param>
    /// <param name="now">When.</param>
    public SumsRecompute(SqlSession session, TableNames names, LoadScope scope, ScopeKey key, DateTimeOffset now)
    {
        _session = session;
        _session.Timeout = session.Dialect.LoadTimeout;
        _names = names;
        _scope = scope;
        _now = now;
        _grains = AggregateGrain.For(scope.Dataset);
        _key = key;
        _sums = new EntitySums(session, names, scope, key, _grains);
        _entities = key.Entities;
        _columns = [.. EntitySums.StoredColumns(session.Dialect)];
    }

    /// <summary>
    /// Writes the sums that differ. Runs inside a transaction during which neither a load nor a list of the profile changes what
    /// is summed.
    /// </summary>
    /// <returns>How many entities had other sums, or none, and how many were added.</returns>
    public async Task<(long Changed, long Added)> WriteAsync(CancellationToken cancellationToken)
    {
        (long changed, long added) = (0, 0);
        if (await SumAsync(cancellationToken).ConfigureAwait(false) is not { } window)
        {
            return (changed, added);
        }

        for (int i = 0; i < _grains.Count; i++)
        {
            changed += await SqlSession.ExecuteAsync(
                Command(SummedSql(_grains[i], i), window), cancellationToken).ConfigureAwait(false);
            changed += await SqlSession.ExecuteAsync(
                Command(WithoutRowsSql(_grains[i], i), window), cancellationToken).ConfigureAwait(false);
            added += await _sums.AddStubsAsync(i, window, _now, cancellationToken).ConfigureAwait(false);
        }

        return (changed, added);
    }

    /// <summary>Finds the sums that differ, and writes temporary tables only.</summary>
    public async Task FindAsync(Action<StoreDifference> found, CancellationToken cancellationToken)
    {
        if (await SumAsync(cancellationToken).ConfigureAwait(false) is not { } window)
        {
            return;
        }

        for (int i = 0; i < _grains.Count; i++)
        {
            AggregateGrain grain = _grains[i];
            await SqlSession.ForEachAsync(
                Command(DiffersSql(grain, i), window), reader => found(Differ(grain, reader)), cancellationToken)
                .ConfigureAwait(false);
            await SqlSession.ForEachAsync(
                _session.Command(MissingSql(grain, i)), reader => found(Missing(grain, reader)), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<AggregateWindow?> SumAsync(CancellationToken cancellationToken)
    {
        if (await AggregateUpdate.ReadRangeAsync(_session, _names, _key, cancellationToken).ConfigureAwait(false)
            is not { } known)
        {
            return null;
        }

        var window = new AggregateWindow(known.From, Before: null, known.AsOf);
        await _sums.CreateAsync(
            AggregateSource.All(_session.Dialect, _names, _key), window, cancellationToken).ConfigureAwait(false);
        await _sums.SeparateAsync(window, replacesStored: false, cancellationToken).ConfigureAwait(false);
        return window;
    }

    private StoreDifference Differ(AggregateGrain grain, DbDataReader reader)
    {
        string[] columns = ["as_of", "performance_from", "currency", .. _columns];
        int place = Enumerable.Range(0, columns.Length).FirstOrDefault(i => !Expected(i).Equals(Found(i)));
        return new StoreDifference
        {
            Kind = StoreDifferenceKind.EntitySums,
            Table = grain.Table,
            EntityId = reader.GetInt64(0),
            Subject = columns[place],
            Expected = StoreDifferences.Text(Expected(place)),
            Found = StoreDifferences.Text(Found(place)),
        };

        object Expected(int i) => reader.GetValue(1 + (2 * i));
        object Found(int i) => reader.GetValue(2 + (2 * i));
    }

    private static StoreDifference Missing(AggregateGrain grain, DbDataReader reader) => new()
    {
        Kind = StoreDifferenceKind.EntityMissing,
        Table = grain.Table,
        EntityId = reader.GetInt64(0),
        Subject = grain.IdColumn,
        Expected = StoreDifferences.Text(reader.GetInt64(0)),
    };

    /// <summary>The id, then of each column what it should be and what it is.</summary>
    private string DiffersSql(AggregateGrain grain, int number) =>
        $"""
        SELECT
          e.{grain.IdColumn}, @to, e.as_of, @first, e.performance_from, COALESCE(s.currency, e.currency), e.currency,
          {Join(column => $"COALESCE(s.{column}, 0), e.{column}", ",\n  ")}
        FROM {_names.Of(grain.Table)} e
        LEFT JOIN {EntitySums.Table} s
          ON s.grain = {number}
          AND s.id = e.{grain.IdColumn}
        WHERE {_entities}
          AND (e.as_of IS DISTINCT FROM @to
            OR e.performance_from IS DISTINCT FROM @first
            OR (s.id IS NOT NULL AND e.currency IS DISTINCT FROM s.currency)
            OR {Join(column => $"e.{column} IS DISTINCT FROM COALESCE(s.{column}, 0)", "\n    OR ")})
        """;

    private string MissingSql(AggregateGrain grain, int number) =>
        $"""
        SELECT s.id
        FROM {EntitySums.Table} s
        LEFT JOIN {_names.Of(grain.Table)} e
          ON {_entities}
          AND e.{grain.IdColumn} = s.id
        WHERE s.grain = {number}
          AND e.{grain.IdColumn} IS NULL
        """;

    private string SummedSql(AggregateGrain grain, int number) =>
        $"""
        UPDATE {_names.Of(grain.Table)} AS e
        SET as_of = @to,
          performance_from = @first,
          currency = s.currency,
          changed_at = @now,
          {Join(column => $"{column} = COALESCE(s.{column}, 0)", ",\n  ")}
        FROM {EntitySums.Table} s
        WHERE s.grain = {number}
          AND {_entities}
          AND e.{grain.IdColumn} = s.id
          AND (e.as_of IS DISTINCT FROM @to
            OR e.performance_from IS DISTINCT FROM @first
            OR e.currency IS DISTINCT FROM s.currency
            OR {Join(column => $"e.{column} IS DISTINCT FROM COALESCE(s.{column}, 0)", "\n    OR ")})
        """;

    private string WithoutRowsSql(AggregateGrain grain, int number) =>
        $"""
        UPDATE {_names.Of(grain.Table)} AS e
        SET as_of = @to,
          performance_from = @first,
          changed_at = @now,
          {Join(column => $"{column} = 0", ", ")}
        WHERE {_entities}
          AND e.{grain.IdColumn} NOT IN (
            SELECT s.id
            FROM {EntitySums.Table} s
            WHERE s.grain = {number})
          AND (e.as_of IS DISTINCT FROM @to
            OR e.performance_from IS DISTINCT FROM @first
            OR {Join(column => $"e.{column} IS DISTINCT FROM 0", "\n    OR ")})
        """;

    private string Join(Func<string, string> text, string separator) => string.Join(separator, _columns.Select(text));

    private DbCommand Command(string sql, AggregateWindow window) => _session.Command(
        sql,
        ("@to", _session.Dialect.DateValue(window.After)),
        ("@first", _session.Dialect.DateValue(window.First)),
        ("@now", _session.Dialect.InstantValue(_now)));
}
