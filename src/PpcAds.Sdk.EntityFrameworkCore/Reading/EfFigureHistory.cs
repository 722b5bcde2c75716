using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>What is stored, less what came later. Rows are read as they are needed, whatever their number.</summary>
internal sealed class EfFigureHistory(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : IFigureHistory
{
    private static readonly IReadOnlyList<PerformanceMetric> Metrics = PerformanceMetrics.Aggregated;

    public IAsyncEnumerable<KnownFigures> ReadAsync(FigureQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        Dataset dataset = Datasets.Get(query.Dataset);
        return RunAsync(
            query,
            KnownSql,
            reader => new KnownFigures(KeyOf(dataset, reader, 0), dialect.ReadDate(reader, 2), ReadSums(reader, 3)),
            cancellationToken);
    }

    public IAsyncEnumerable<FigureChange> ReadChangesAsync(FigureQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        Dataset dataset = Datasets.Get(query.Dataset);
        return RunAsync(
            query,
            ChangesSql,
            reader => new FigureChange(
                dialect.ReadInstant(reader, 3), KeyOf(dataset, reader, 0), dialect.ReadDate(reader, 2), ReadSums(reader, 4)),
            cancellationToken);
    }

    public async Task<IReadOnlyList<DayLoad>> ListLoadsAsync(FigureQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await RunAsync(
            query,
            LoadsSql,
            reader => new DayLoad(
                dialect.ReadDate(reader, 0), dialect.ReadInstant(reader, 1), dialect.ReadInstant(reader, 2)),
            cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Only days that were loaded by then; a figure that is all 0 is none.</summary>
    private string KnownSql(TableNames names, int scopeId, FigureQuery query, SqlConditions parameters)
    {
        string days = Days(query, parameters);
        string at = query.KnownAt is { } instant ? parameters.Value(dialect.InstantValue(instant)) : "";
        string loaded = at.Length == 0 ? "l.first_loaded_at IS NOT NULL" : $"l.first_loaded_at <= {at}";
        string later = at.Length == 0
            ? ""
            : $"""

              UNION ALL
              SELECT r.campaign_id, r.detail, r.date, {Columns(column => $"-r.{column} AS {column}")}
              FROM {names.Changes} r
              WHERE r.scope_id = {scopeId}
                AND r.known_at > {at}{days}
            """;
        return $"""
            SELECT x.campaign_id, x.detail, x.date, {Columns(column => $"COALESCE(SUM(x.{column}), 0)")}
            FROM (
              SELECT r.campaign_id, r.detail, r.date, {Columns(column => $"r.{column}")}
              FROM {names.Facts} r
              WHERE r.scope_id = {scopeId}{days}{later}) x
            WHERE x.date IN (
              SELECT l.date
              FROM {names.Scopes} s
              JOIN {names.Days} l
                ON l.account_id = s.account_id
                AND l.profile_id = s.profile_id
                AND l.dataset = s.dataset
              WHERE s.scope_id = {scopeId}
                AND {loaded})
            GROUP BY x.campaign_id, x.detail, x.date
            HAVING {string.Join(" OR ", ColumnNames().Select(column => $"COALESCE(SUM(x.{column}), 0) <> 0"))}
            ORDER BY x.campaign_id, x.detail, x.date
            """;
    }

    private string ChangesSql(TableNames names, int scopeId, FigureQuery query, SqlConditions parameters)
    {
        string days = Days(query, parameters);
        string after = query.KnownAt is { } instant
            ? $"\n  AND r.known_at > {parameters.Value(dialect.InstantValue(instant))}"
            : "";
        return $"""
            SELECT r.campaign_id, r.detail, r.date, r.known_at, {Columns(column => $"COALESCE(r.{column}, 0)")}
            FROM {names.Changes} r
            WHERE r.scope_id = {scopeId}{after}{days}
            ORDER BY r.known_at, r.date, r.campaign_id, r.detail
            """;
    }

    private string LoadsSql(TableNames names, int scopeId, FigureQuery query, SqlConditions parameters)
    {
        string days = Days(query, parameters);
        string until = query.KnownAt is { } instant
            ? $"\n  AND r.loaded_at <= {parameters.Value(dialect.InstantValue(instant))}"
            : "";
        return $"""
            SELECT r.date, r.loaded_at, r.report_generated_at
            FROM {names.DayLoads} r
            WHERE r.scope_id = {scopeId}{until}{days}
            ORDER BY r.date, r.loaded_at
            """;
    }

    private string Days(FigureQuery query, SqlConditions parameters)
    {
        string from = query.StartDate is { } start ? $"\n  AND r.date >= {parameters.Value(dialect.DateValue(start))}" : "";
        return query.EndDate is { } end ? $"{from}\n  AND r.date <= {parameters.Value(dialect.DateValue(end))}" : from;
    }

    private IEnumerable<string> ColumnNames() => Metrics.Select(metric => StagingTable.ColumnOf(dialect, metric));

    private string Columns(Func<string, string> sql) => string.Join(", ", ColumnNames().Select(sql));

    private PerformanceSums ReadSums(DbDataReader reader, int at) => new(
        SqlSession.ReadCount(reader, at),
        SqlSession.ReadCount(reader, at + 1),
        EntitySql.ReadMoney(dialect, reader, at + 2) ?? 0,
        EntitySql.ReadMoney(dialect, reader, at + 3) ?? 0,
        SqlSession.ReadCount(reader, at + 4),
        SqlSession.ReadCount(reader, at + 5));

    private string KeyOf(Dataset dataset, DbDataReader reader, int at) =>
        EntityKeyText.Of(dataset.Grain, reader.GetInt64(at), dialect.ReadDetail(reader, at + 1));

    private async IAsyncEnumerable<T> RunAsync<T>(
        FigureQuery query,
        Func<TableNames, int, FigureQuery, SqlConditions, string> sql,
        Func<DbDataReader, T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            int? scope = await lease.Context.Set<PpcPerformanceScope>().AsNoTracking()
                .Where(row => row.AccountId == query.AccountId.Value && row.ProfileId == query.ProfileId.Value
                    && row.Dataset == query.Dataset)
                .Select(row => (int?)row.ScopeId).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (scope is not { } scopeId)
            {
                yield break;
            }

            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            var parameters = new SqlConditions();
            string text = sql(new TableNames(lease.Context), scopeId, query, parameters);
            DbCommand command = session.Command(text, [.. parameters.Parameters]);
            await using (command.ConfigureAwait(false))
            {
                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        yield return read(reader);
                    }
                }
            }
        }
    }
}
