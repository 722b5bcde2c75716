using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Tables, each page one statement that the database sums, filters and sorts.</summary>
internal sealed class EfTableReader(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect) : IPerformanceTableReader
{
    public async Task<ReadPage<PerformanceTableRow>> ReadPageAsync(
        PerformanceTableQuery query, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        page ??= new PageRequest();
        page.Validate();
        var after = PerformancePlace.Read(page.After, query.Sort.Column);
        IReadOnlyList<PerformanceTableRow> rows = await ListAsync(
            query, keepsPrevious: false, sql => sql.Page(after, page.Size + 1), cancellationToken).ConfigureAwait(false);
        return page.Cut(rows, row => row, row => PerformancePlace.Of(row, query.Sort.Column).Write());
    }

    public async IAsyncEnumerable<PerformanceTableRow> ReadAllAsync(
        PerformanceTableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        if (query.Selection.AccountIds.Count == 0)
        {
            yield break;
        }

        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            TableScopes scopes = await ScopesAsync(lease.Context, query.Selection, cancellationToken).ConfigureAwait(false);
            IReadOnlyDictionary<(long, long, string), int> days = await scopes
                .CountDaysAsync(lease.Context, cancellationToken).ConfigureAwait(false);
            var sql = new TableSql(lease.Context, dialect, query, scopes.Ids);
            var rows = new TableRowReader(dialect, query, days);
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            string text = sql.Page(null, null);
            DbCommand command = session.Command(text, [.. sql.Parameters]);
            await using (command.ConfigureAwait(false))
            {
                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        yield return rows.Read(reader);
                    }
                }
            }
        }
    }

    public async Task<PerformanceTableTotals> SumAsync(
        PerformanceTableQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate();
        if (query.Selection.AccountIds.Count == 0)
        {
            return new PerformanceTableTotals(
                0, PerformanceSums.Zero, query.Previous is null ? null : PerformanceSums.Zero);
        }

        return await RunAsync(
            async (session, context, token) =>
            {
                TableScopes scopes = await ScopesAsync(context, query.Selection, token).ConfigureAwait(false);
                var sql = new TableSql(context, dialect, query, scopes.Ids);
                string text = sql.Sum();
                return (await SqlSession.QueryAsync(
                    session.Command(text, [.. sql.Parameters]),
                    reader => new PerformanceTableTotals(
                        reader.GetInt64(0),
                        TableRowReader.Sums(dialect, reader, 1),
                        query.Previous is null ? null : TableRowReader.Sums(dialect, reader, 7)),
                    token).ConfigureAwait(false))[0];
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<PerformanceTableRow>> ListMoversAsync(
        PerformanceTableQuery query, PerformanceColumn column, int count, CancellationToken cancellationToken = default)
    {
        PerformanceTableRules.ValidateMovers(query, column, count);
        return ListAsync(query, keepsPrevious: true, sql => sql.Movers(column, count), cancellationToken);
    }

    public async Task<IReadOnlyList<PerformanceDaySums>> ReadDaysAsync(
        PerformanceSelection selection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        selection.Validate();
        return selection.AccountIds.Count == 0
            ? []
            : await RunAsync(
                async (session, context, token) => await new TableDays(session, context, selection)
                    .ReadAsync(await ScopesAsync(context, selection, token).ConfigureAwait(false), token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyDictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>>> ReadDaysOfRowsAsync(
        PerformanceSelection selection,
        IReadOnlyCollection<PerformanceRowId> rows,
        CancellationToken cancellationToken = default)
    {
        PerformanceTableRules.ValidateRows(selection, rows);
        PerformanceRowId[] own = [.. rows.Where(row => selection.AccountIds.Contains(row.AccountId)).Distinct()];
        return own.Length == 0
            ? new Dictionary<PerformanceRowId, IReadOnlyList<PerformanceDaySums>>()
            : await RunAsync(
                (session, context, token) => new TableDays(session, context, selection).ReadAsync(own, token),
                cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<PerformanceTotals>> ListCurrenciesAsync(
        IReadOnlyCollection<AccountId> accountIds, PerformancePeriod period, CancellationToken cancellationToken = default)
    {
        PerformanceTableRules.ValidatePeriod(accountIds, period);
        return accountIds.Count == 0
            ? []
            : await RunAsync(
                async (session, context, token) =>
                {
                    var all = new PerformanceSelection(DatasetGrain.Campaign, accountIds, "XXX", period);
                    TableScopes scopes = await ScopesAsync(context, all, token).ConfigureAwait(false);
                    return await new TableDays(session, context, all).SumCurrenciesAsync(scopes, token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<PerformanceTableRow>> ListAsync(
        PerformanceTableQuery query, bool keepsPrevious, Func<TableSql, string> write, CancellationToken cancellationToken)
    {
        if (query.Selection.AccountIds.Count == 0)
        {
            return [];
        }

        // Of a page, the previous period is read by key: over all rows it would be summed for nothing.
        PerformanceTableQuery read = keepsPrevious ? query : query with { Previous = null };
        return await RunAsync(
            async (session, context, token) =>
            {
                TableScopes scopes = await ScopesAsync(context, query.Selection, token).ConfigureAwait(false);
                IReadOnlyDictionary<(long, long, string), int> days = await scopes.CountDaysAsync(context, token)
                    .ConfigureAwait(false);
                var sql = new TableSql(context, dialect, read, scopes.Ids) { KeepsPrevious = keepsPrevious };
                string text = write(sql);
                var reader = new TableRowReader(dialect, read, days);
                List<PerformanceTableRow> rows = await SqlSession.QueryAsync(
                    session.Command(text, [.. sql.Parameters]), reader.Read, token).ConfigureAwait(false);
                return query.Previous is { } previous && !keepsPrevious
                    ? await AddPreviousAsync(session, context, query.Selection with { Period = previous }, rows, token)
                        .ConfigureAwait(false)
                    : rows;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<PerformanceTableRow>> AddPreviousAsync(
        SqlSession session,
        DbContext context,
        PerformanceSelection selection,
        List<PerformanceTableRow> rows,
        CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<PerformanceRowId, PerformanceSums> sums = await new TableDays(session, context, selection)
            .SumAsync([.. rows.Select(row => row.Id)], cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row with { Previous = sums.GetValueOrDefault(row.Id, PerformanceSums.Zero) })];
    }

    private static Task<TableScopes> ScopesAsync(
        DbContext context, PerformanceSelection selection, CancellationToken cancellationToken) =>
        TableScopes.ReadAsync(context, selection, cancellationToken);

    private async Task<T> RunAsync<T>(
        Func<SqlSession, DbContext, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            return await lease.Context.Database.CreateExecutionStrategy().ExecuteAsync(
                async token =>
                {
                    SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, token).ConfigureAwait(false);
                    return await body(session, lease.Context, token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
        }
    }
}
