using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>Keeps the sums on the entities of a dataset equal to their rows. Runs inside the load's transaction.</summary>
internal sealed class AggregateUpdate
{
    private const int Window = 30;

    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly LoadScope _scope;
    private readonly DateTimeOffset _now;
    private readonly ScopeKey _key;
    private readonly IReadOnlyList<AggregateGrain> _grains;
    private DateOnly? _asOfBefore;

    private AggregateUpdate(SqlSession session, TableNames names, LoadScope scope, DateTimeOffset now)
    {
        _session = session;
        _names = names;
        _scope = scope;
        _now = now;
        _key = new ScopeKey(session.Dialect, scope);
        _grains = AggregateGrain.For(scope.Dataset);
    }

    /// <summary>To be called before the ledger changes: by it the 30 days are known that the sums are of.</summary>
    public static async Task<AggregateUpdate> BeginAsync(
        SqlSession session, TableNames names, LoadScope scope, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var update = new AggregateUpdate(session, names, scope, now);
        update._asOfBefore = update._grains.Count == 0 ? null : (await update.ReadRangeAsync(cancellationToken).ConfigureAwait(false))?.AsOf;
        return update;
    }

    /// <summary>Brings the sums up to date; to be called after rows and ledger changed.</summary>
    public async Task RunAsync(AggregateSource source, CancellationToken cancellationToken)
    {
        if (_grains.Count == 0 || await ReadRangeAsync(cancellationToken).ConfigureAwait(false) is not { } range)
        {
            return;
        }

        bool isMoved = range.AsOf != _asOfBefore;
        await new EntitySums(_session, _names, _scope, _grains)
            .CreateAsync(source, (range.AsOf.AddDays(1 - Window), range.AsOf), isMoved, cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < _grains.Count; i++)
        {
            await UpdateAsync(_grains[i], i, range, isMoved, cancellationToken).ConfigureAwait(false);
            await AddStubsAsync(_grains[i], i, range, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task UpdateAsync(AggregateGrain grain, int number, (DateOnly From, DateOnly AsOf) range, bool isMoved, CancellationToken cancellationToken)
    {
        string table = _names.Of(grain.Table);
        string entities = EntitiesAs("e");
        (string Column, string Value)[] sums =
        [
            .. EntitySums.Columns(_session.Dialect).SelectMany(column => new[]
            {
                (column.Total, $"COALESCE(e.{column.Total}, 0) + COALESCE(s.{column.Total}, 0)"),
                (column.Window, isMoved ? $"COALESCE(s.{column.Window}, 0)" : $"COALESCE(e.{column.Window}, 0) + COALESCE(s.{column.Window}, 0)"),
            }),
        ];
        string set = string.Join(", ", sums.Select(sum => $"{sum.Column} = {sum.Value}"));
        string differs = string.Join(" OR ", sums.Select(sum => $"e.{sum.Column} IS DISTINCT FROM {sum.Value}"));

        // When the 30 days moved, every entity has others: a paused campaign's must not freeze.
        string from = isMoved
            ? $"(SELECT x.{grain.IdColumn} AS entity_id, s.* FROM {table} x LEFT JOIN {EntitySums.Table} s ON s.grain = {number} AND s.id = x.{grain.IdColumn} "
                + $"WHERE {EntitiesAs("x")}) s"
            : $"(SELECT s.id AS entity_id, s.* FROM {EntitySums.Table} s WHERE s.grain = {number}) s";
        await SqlSession.ExecuteAsync(
            Command(
                $"UPDATE {table} AS e SET as_of = @to, performance_from = @first, currency = COALESCE(s.currency, e.currency), attribution_days = @attribution, "
                + $"{set}, changed_at = CASE WHEN {differs} THEN @now ELSE e.changed_at END FROM {from} WHERE {entities} AND e.{grain.IdColumn} = s.entity_id",
                range),
            cancellationToken).ConfigureAwait(false);

        // Entities that were listed since, or never had a row: their sums are 0, no longer unknown. Of the others only the days move.
        string zero = string.Join(", ", sums.Select(sum => $"{sum.Column} = COALESCE(e.{sum.Column}, 0)"));
        string missing = string.Join(" OR ", sums.Select(sum => $"e.{sum.Column} IS NULL"));
        await SqlSession.ExecuteAsync(
            Command(
                $"UPDATE {table} AS e SET as_of = @to, performance_from = @first, attribution_days = @attribution, {zero}, "
                + $"changed_at = CASE WHEN {missing} THEN @now ELSE e.changed_at END WHERE {entities} AND (e.as_of IS NULL OR e.as_of <> @to OR e.performance_from <> @first)",
                range),
            cancellationToken).ConfigureAwait(false);
    }

    private string EntitiesAs(string alias) =>
        $"{alias}.account_id = {_key.Account} AND {alias}.profile_id = {_key.Profile} AND {alias}.ad_product = {_key.AdProduct}";

    /// <summary>An id that no list knows gets a row with nothing but ids and sums, so that sums over entities equal sums over rows.</summary>
    private Task<int> AddStubsAsync(AggregateGrain grain, int number, (DateOnly From, DateOnly AsOf) range, CancellationToken cancellationToken)
    {
        string[] sums = [.. EntitySums.Columns(_session.Dialect).SelectMany(column => new[] { column.Total, column.Window })];
        string columns = string.Concat(grain.StubColumns.Select(pair => $"{pair.Column}, "));
        string values = string.Concat(grain.StubColumns.Select(pair => $"s.{pair.From}, "));
        return SqlSession.ExecuteAsync(
            Command(
                $"INSERT INTO {_names.Of(grain.Table)} (account_id, profile_id, {grain.IdColumn}, ad_product, {columns}source, first_seen_at, last_seen_at, changed_at, "
                + $"as_of, performance_from, currency, attribution_days, {string.Join(", ", sums)}) "
                + $"SELECT {_key.Account}, {_key.Profile}, s.id, {_key.AdProduct}, {values}'report', @now, @now, @now, "
                + $"@to, @first, s.currency, @attribution, {string.Join(", ", sums.Select(sum => $"COALESCE(s.{sum}, 0)"))} "
                + $"FROM {EntitySums.Table} s WHERE s.grain = {number} ON CONFLICT (account_id, profile_id, {grain.IdColumn}) DO NOTHING",
                range),
            cancellationToken);
    }

    private async Task<(DateOnly From, DateOnly AsOf)?> ReadRangeAsync(CancellationToken cancellationToken) =>
        (await SqlSession.QueryAsync<(DateOnly, DateOnly)?>(
            _session.Command($"SELECT MIN(r.date), MAX(r.date) FROM {_names.Days} r WHERE {_key.Rows}"),
            reader => reader.IsDBNull(0) ? null : (_session.Dialect.ReadDate(reader, 0), _session.Dialect.ReadDate(reader, 1)),
            cancellationToken).ConfigureAwait(false))[0];

    private System.Data.Common.DbCommand Command(string sql, (DateOnly From, DateOnly AsOf) range) => _session.Command(
        sql,
        ("@to", _session.Dialect.DateValue(range.AsOf)),
        ("@first", _session.Dialect.DateValue(range.From)),
        ("@attribution", _scope.AttributionDays),
        ("@now", _session.Dialect.InstantValue(_now)));
}
