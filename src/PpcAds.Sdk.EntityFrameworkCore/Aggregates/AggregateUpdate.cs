using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>Keeps the sums on the entities of one grain equal to their rows. Runs inside the load's transaction.</summary>
internal sealed class AggregateUpdate
{
    private const int Window = 30;

    private readonly SqlSession _session;
    private readonly TableNames _names;
    private readonly LoadScope _scope;
    private readonly DateTimeOffset _now;
    private readonly AggregateGrain _grain;
    private DateOnly? _asOfBefore;
    private bool _isCreated;

    public AggregateUpdate(SqlSession session, TableNames names, LoadScope scope, AggregateGrain grain, DateTimeOffset now)
    {
        _session = session;
        _names = names;
        _scope = scope;
        _now = now;
        _grain = grain;
    }

    private string Touched => $"{_grain.Table}_touched";

    private const string Key = "r.account_id = @account AND r.profile_id = @profile AND r.dataset = @dataset";

    /// <summary>Notes the entities with a row on the days of the load; to be called before and after the rows change.</summary>
    public async Task CollectAsync(string daysTable, CancellationToken cancellationToken)
    {
        if (!_isCreated)
        {
            _isCreated = true;
            _asOfBefore = (await ReadRangeAsync(cancellationToken).ConfigureAwait(false))?.AsOf;
            await RunAsync(
                $"DROP TABLE IF EXISTS {Touched}; CREATE TEMPORARY TABLE {Touched} (id {_session.Dialect.TemporaryType("bigint")} PRIMARY KEY)",
                cancellationToken).ConfigureAwait(false);
        }

        await RunAsync(
            $"INSERT INTO {Touched} (id) SELECT DISTINCT r.{_grain.RecordColumn} FROM {_names.Records} r WHERE {Key} AND {_grain.Condition} "
            + $"AND r.date BETWEEN @start AND @end AND r.date IN (SELECT date FROM {daysTable}) ON CONFLICT (id) DO NOTHING",
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An id that no list knows gets a row with nothing but ids, so that sums over entities equal sums over rows.</summary>
    public async Task AddStubsAsync(string stagingTable, CancellationToken cancellationToken)
    {
        string columns = string.Concat(_grain.StubColumns.Select(pair => $"{pair.Column}, "));
        string values = string.Concat(_grain.StubColumns.Select(pair => $"MAX({pair.From}), "));
        await SqlSession.ExecuteAsync(
            Command(
                $"INSERT INTO {_names.Of(_grain.Table)} (account_id, profile_id, {_grain.IdColumn}, ad_product, {columns}source, "
                + "first_seen_at, last_seen_at, changed_at) "
                + $"SELECT @account, @profile, r.{_grain.RecordColumn}, @product, {values}'report', @now, @now, @now "
                + $"FROM {stagingTable} r WHERE {_grain.Condition} GROUP BY r.{_grain.RecordColumn} "
                + $"ON CONFLICT (account_id, profile_id, {_grain.IdColumn}) DO NOTHING",
                ("@now", _session.Dialect.InstantValue(_now))),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Recomputes the sums of the entities that were noted and of those whose 30 days moved.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await ReadRangeAsync(cancellationToken).ConfigureAwait(false) is not { } range)
        {
            return;
        }

        if (range.AsOf != _asOfBefore)
        {
            await CollectWindowAsync(range.AsOf, cancellationToken).ConfigureAwait(false);
            if (_asOfBefore is { } before)
            {
                await CollectWindowAsync(before, cancellationToken).ConfigureAwait(false);
            }
        }

        // Entities that were listed since, or never had a row: their sums are 0, no longer unknown.
        await RunAsync(
            $"INSERT INTO {Touched} (id) SELECT e.{_grain.IdColumn} FROM {_names.Of(_grain.Table)} e "
            + "WHERE e.account_id = @account AND e.profile_id = @profile AND e.ad_product = @product AND e.as_of IS NULL ON CONFLICT (id) DO NOTHING",
            cancellationToken).ConfigureAwait(false);
        await UpdateAsync(range, cancellationToken).ConfigureAwait(false);
    }

    private Task<int> CollectWindowAsync(DateOnly asOf, CancellationToken cancellationToken) => SqlSession.ExecuteAsync(
        Command(
            $"INSERT INTO {Touched} (id) SELECT DISTINCT r.{_grain.RecordColumn} FROM {_names.Records} r WHERE {Key} AND {_grain.Condition} "
            + "AND r.date BETWEEN @from AND @to ON CONFLICT (id) DO NOTHING",
            ("@from", _session.Dialect.DateValue(asOf.AddDays(1 - Window))),
            ("@to", _session.Dialect.DateValue(asOf))),
        cancellationToken);

    private async Task UpdateAsync((DateOnly From, DateOnly AsOf) range, CancellationToken cancellationToken)
    {
        (string Column, string Sum)[] sums =
        [
            .. PerformanceMetrics.Aggregated.SelectMany(metric =>
            {
                string column = StagingTable.ColumnOf(_session.Dialect, metric);
                string name = PerformanceMetrics.GetColumnName(metric);
                bool isMoney = PerformanceMetrics.IsMoney(metric);
                string Target(string suffix) => isMoney ? _session.Dialect.MoneyColumn(name + suffix) : name + suffix;
                return new[]
                {
                    (Target("_total"), $"COALESCE(SUM(r.{column}), 0)"),
                    (Target("_30d"), $"COALESCE(SUM(CASE WHEN r.date BETWEEN @from AND @to THEN r.{column} ELSE 0 END), 0)"),
                };
            }),
        ];
        string selected = string.Join(", ", sums.Select(sum => $"{sum.Sum} AS {sum.Column}"));
        string set = string.Join(", ", sums.Select(sum => $"{sum.Column} = COALESCE(s.{sum.Column}, 0)"));
        string differs = string.Join(" OR ", sums.Select(sum => $"e.{sum.Column} IS DISTINCT FROM COALESCE(s.{sum.Column}, 0)"));
        await SqlSession.ExecuteAsync(
            Command(
                $"WITH sums AS (SELECT r.{_grain.RecordColumn} AS id, MAX(r.currency) AS currency, {selected} FROM {_names.Records} r WHERE {Key} "
                + $"AND {_grain.Condition} AND r.{_grain.RecordColumn} IN (SELECT id FROM {Touched}) GROUP BY r.{_grain.RecordColumn}) "
                + $"UPDATE {_names.Of(_grain.Table)} AS e SET as_of = @to, performance_from = @first, currency = COALESCE(s.currency, e.currency), "
                + $"attribution_days = @attribution, {set}, changed_at = CASE WHEN {differs} THEN @now ELSE e.changed_at END "
                + $"FROM {Touched} t LEFT JOIN sums s ON s.id = t.id "
                + $"WHERE e.account_id = @account AND e.profile_id = @profile AND e.ad_product = @product AND e.{_grain.IdColumn} = t.id",
                ("@from", _session.Dialect.DateValue(range.AsOf.AddDays(1 - Window))),
                ("@to", _session.Dialect.DateValue(range.AsOf)),
                ("@first", _session.Dialect.DateValue(range.From)),
                ("@attribution", _scope.AttributionDays),
                ("@now", _session.Dialect.InstantValue(_now))),
            cancellationToken).ConfigureAwait(false);

        // The others have no row in either window, so that only the day itself moves.
        await SqlSession.ExecuteAsync(
            Command(
                $"UPDATE {_names.Of(_grain.Table)} AS e SET as_of = @to, performance_from = @first WHERE e.account_id = @account "
                + "AND e.profile_id = @profile AND e.ad_product = @product AND (e.as_of <> @to OR e.performance_from <> @first)",
                ("@to", _session.Dialect.DateValue(range.AsOf)),
                ("@first", _session.Dialect.DateValue(range.From))),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<(DateOnly From, DateOnly AsOf)?> ReadRangeAsync(CancellationToken cancellationToken) =>
        (await SqlSession.QueryAsync<(DateOnly, DateOnly)?>(
            Command($"SELECT MIN(r.date), MAX(r.date) FROM {_names.Days} r WHERE {Key}"),
            reader => reader.IsDBNull(0) ? null : (_session.Dialect.ReadDate(reader, 0), _session.Dialect.ReadDate(reader, 1)),
            cancellationToken).ConfigureAwait(false))[0];

    private Task<int> RunAsync(string sql, CancellationToken cancellationToken) => SqlSession.ExecuteAsync(Command(sql), cancellationToken);

    private System.Data.Common.DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        (string, object?)[] parameters =
        [
            ("@account", _scope.AccountId.Value),
            ("@profile", _scope.ProfileId.Value),
            ("@dataset", _scope.Dataset.Id),
            ("@product", _scope.Dataset.AdProduct),
            ("@start", _session.Dialect.DateValue(_scope.StartDate)),
            ("@end", _session.Dialect.DateValue(_scope.EndDate)),
            .. more,
        ];
        return _session.Command(sql, parameters);
    }
}
