using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>Keeps the sums on the entities of a dataset equal to their rows. Runs inside the load's transaction.</summary>
internal sealed class AggregateUpdate
{
    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly LoadScope _scope;
    private readonly DateTimeOffset _now;
    private readonly ScopeKey _key;
    private readonly IReadOnlyList<AggregateGrain> _grains;

    private readonly (DateOnly From, DateOnly AsOf)? _known;

    private AggregateUpdate(
        SqlSession session,
        TableNames names,
        LoadScope scope,
        ScopeKey key,
        DateTimeOffset now,
        (DateOnly From, DateOnly AsOf)? known,
        AggregateWindow? window)
    {
        _session = session;
        _names = names;
        _scope = scope;
        _now = now;
        _key = key;
        _grains = AggregateGrain.For(scope.Dataset);
        _known = known;
        Window = window;
    }

    /// <summary>The last 30 days; <see langword="null"/> when there are no sums to keep.</summary>
    public AggregateWindow? Window { get; private set; }

    /// <summary>
    /// To be called before the ledger changes, with the load's lock held: by it the 30 days are known that the sums are of.
    /// </summary>
    /// <param name="session">The load's session.</param>
    /// <param name="names">The tables.</param>
    /// <param name="scope">The load.</param>
    /// <param name="key">Its rows.</param>
    /// <param name="days">The days that it replaces.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<AggregateUpdate> BeginAsync(
        SqlSession session,
        TableNames names,
        LoadScope scope,
        ScopeKey key,
        IReadOnlyCollection<DateOnly> days,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (AggregateGrain.For(scope.Dataset).Count == 0 || days.Count == 0)
        {
            return new AggregateUpdate(session, names, scope, key, now, null, null);
        }

        (DateOnly From, DateOnly AsOf)? known = await ReadRangeAsync(
            session, names, key, cancellationToken).ConfigureAwait(false);
        return new AggregateUpdate(session, names, scope, key, now, known, WindowOf(known, days));
    }

    /// <summary>Leaves out days that the load did not replace after all.</summary>
    public void Narrow(IReadOnlyCollection<DateOnly> days) =>
        Window = Window is null || days.Count == 0 ? null : WindowOf(_known, days);

    /// <summary>Brings the sums up to date; to be called after rows and ledger changed.</summary>
    /// <param name="changes">What changed, see <see cref="AggregateSource"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task RunAsync(string changes, CancellationToken cancellationToken)
    {
        if (Window is not { } window)
        {
            return;
        }

        // An entity that a list adds between the update and the insertion would have neither.
        await _session.Dialect.LockEntitiesAsync(
            _session.Connection, _session.Transaction!, _scope.AccountId, _scope.ProfileId, cancellationToken)
            .ConfigureAwait(false);
        var sums = new EntitySums(_session, _names, _scope, _key, _grains);
        await sums.CreateAsync(changes, window, cancellationToken).ConfigureAwait(false);
        await sums.SeparateAsync(window, replacesStored: true, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < _grains.Count; i++)
        {
            await UpdateAsync(_grains[i], i, window, cancellationToken).ConfigureAwait(false);
            await sums.AddStubsAsync(i, window, _now, cancellationToken).ConfigureAwait(false);
        }
    }

    private static AggregateWindow WindowOf((DateOnly From, DateOnly AsOf)? known, IReadOnlyCollection<DateOnly> days)
    {
        (DateOnly first, DateOnly last) = (days.Min(), days.Max());
        return new AggregateWindow(
            known?.From < first ? known.Value.From : first, known?.AsOf, known?.AsOf > last ? known.Value.AsOf : last);
    }

    private async Task UpdateAsync(AggregateGrain grain, int number, AggregateWindow window, CancellationToken cancellationToken)
    {
        await SqlSession.ExecuteAsync(Command(AddSql(grain, number), window), cancellationToken).ConfigureAwait(false);
        await SqlSession.ExecuteAsync(Command(FillSql(grain), window), cancellationToken).ConfigureAwait(false);
    }

    private string AddSql(AggregateGrain grain, int number)
    {
        (string Column, string Value)[] sums =
        [
            .. EntitySums.StoredColumns(_session.Dialect)
                .Select(column => (column, $"COALESCE(e.{column}, 0) + COALESCE(s.{column}, 0)")),
        ];
        return $"""
            UPDATE {_names.Of(grain.Table)} AS e
            SET as_of = @to,
              performance_from = @first,
              currency = COALESCE(s.currency, e.currency),
              attribution_days = @attribution,
              {string.Join(",\n  ", sums.Select(sum => $"{sum.Column} = {sum.Value}"))},
              changed_at = CASE
                WHEN {string.Join("\n      OR ", sums.Select(sum => $"e.{sum.Column} IS DISTINCT FROM {sum.Value}"))}
                THEN @now
                ELSE e.changed_at
              END
            FROM {EntitySums.Table} s
            WHERE s.grain = {number}
              AND {_key.Entities}
              AND e.{grain.IdColumn} = s.id
            """;
    }

    /// <summary>
    /// Entities that were listed since, or never had a row: their sums are 0, no longer unknown. Of the others only the days
    /// move.
    /// </summary>
    private string FillSql(AggregateGrain grain)
    {
        string[] columns = [.. EntitySums.StoredColumns(_session.Dialect)];
        return $"""
            UPDATE {_names.Of(grain.Table)} AS e
            SET as_of = @to,
              performance_from = @first,
              attribution_days = @attribution,
              {string.Join(",\n  ", columns.Select(column => $"{column} = COALESCE(e.{column}, 0)"))},
              changed_at = CASE
                WHEN {string.Join("\n      OR ", columns.Select(column => $"e.{column} IS NULL"))}
                THEN @now
                ELSE e.changed_at
              END
            WHERE {_key.Entities}
              AND (e.as_of IS NULL OR e.as_of <> @to OR e.performance_from <> @first)
            """;
    }

    /// <summary>Reads the first and the last day of the ledger that count.</summary>
    internal static async Task<(DateOnly From, DateOnly AsOf)?> ReadRangeAsync(
        SqlSession session, TableNames names, ScopeKey key, CancellationToken cancellationToken) =>
        (await SqlSession.QueryAsync<(DateOnly, DateOnly)?>(
            session.Command(
                $"""
                SELECT MIN(r.date), MAX(r.date)
                FROM {names.Days} r
                WHERE {key.Days}
                  AND (r.state <> 'unproven' OR r.rows > 0)
                """),
            reader => reader.IsDBNull(0) ? null : (session.Dialect.ReadDate(reader, 0), session.Dialect.ReadDate(reader, 1)),
            cancellationToken).ConfigureAwait(false))[0];

    private System.Data.Common.DbCommand Command(string sql, AggregateWindow window) => _session.Command(
        sql,
        ("@to", _session.Dialect.DateValue(window.After)),
        ("@first", _session.Dialect.DateValue(window.First)),
        ("@attribution", _scope.AttributionDays),
        ("@now", _session.Dialect.InstantValue(_now)));
}
