using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

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
    /// Recomputes in one transaction, during which neither a load nor a list of the profile changes what is summed.
    /// </summary>
    /// <returns>How many entities had other sums, or none.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        await _session.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            PpcAdsSqlDialect dialect = _session.Dialect;
            DbTransaction transaction = _session.Transaction!;
            await dialect.LockAsync(
                _session.Connection, transaction, _scope, wait: true, cancellationToken).ConfigureAwait(false);
            await dialect.LockEntitiesAsync(
                _session.Connection, transaction, _scope.AccountId, _scope.ProfileId, cancellationToken)
                .ConfigureAwait(false);
            if (!await HeldAccount.TryHoldAsync(_session, _names, _scope.AccountId, cancellationToken).ConfigureAwait(false))
            {
                return 0;
            }

            long written = await WriteAsync(cancellationToken).ConfigureAwait(false);
            await SqlSession.ExecuteAsync(
                _session.Command(TemporaryTables.DropSql), cancellationToken)
                .ConfigureAwait(false);
            await _session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return written;
        }
        finally
        {
            await _session.RollbackAsync().ConfigureAwait(false);
        }
    }

    private async Task<long> WriteAsync(CancellationToken cancellationToken)
    {
        if (await AggregateUpdate.ReadRangeAsync(_session, _names, _key, cancellationToken).ConfigureAwait(false)
            is not { } known)
        {
            return 0;
        }

        var window = new AggregateWindow(known.From, Before: null, known.AsOf);
        await _sums.CreateAsync(
            AggregateSource.All(_session.Dialect, _names, _key), window, cancellationToken).ConfigureAwait(false);
        await _sums.SeparateAsync(window, replacesStored: false, cancellationToken).ConfigureAwait(false);
        long written = 0;
        for (int i = 0; i < _grains.Count; i++)
        {
            written += await SqlSession.ExecuteAsync(
                Command(SummedSql(_grains[i], i), window), cancellationToken).ConfigureAwait(false);
            written += await SqlSession.ExecuteAsync(
                Command(WithoutRowsSql(_grains[i], i), window), cancellationToken).ConfigureAwait(false);
            written += await _sums.AddStubsAsync(i, window, _now, cancellationToken).ConfigureAwait(false);
        }

        return written;
    }

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
