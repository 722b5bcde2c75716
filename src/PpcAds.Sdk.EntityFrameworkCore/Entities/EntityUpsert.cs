using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Entities;

/// <summary>
/// Inserts a page of entities and updates those that changed, in one transaction and three statements. What did not change is not
/// written: a row's <c>last_seen_at</c> moves once in half a day at most.
/// </summary>
internal sealed class EntityUpsert<T>(SqlSession session, TableNames names, EntityScope scope, DateTimeOffset now)
    where T : class, IEntityRecord<T>
{
    private readonly EntityTable<T> _table = T.Table;

    /// <summary>What this load knows: an export leaves alone what only lists know.</summary>
    private readonly IReadOnlyList<EntityColumn<T>> _known =
        [.. T.Table.Columns.Where(column => scope.Source != EntitySource.Export || !column.IsListOnly)];

    private static bool IsProfile => !T.Table.IsOfProfile;

    private bool IsExport => scope.Source == EntitySource.Export;

    public async Task<LoadResult> RunAsync(IReadOnlyList<T> page, CancellationToken cancellationToken)
    {
        // Pages are no snapshot: an entity may come twice, and the later one holds.
        string rows = EntityPage.Write(session.Dialect, _table, [.. page.Reverse().DistinctBy(entity => entity.EntityId)]);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            long inserted = await RunAsync(InsertSql(), rows, cancellationToken).ConfigureAwait(false);
            long changed = await RunAsync(UpdateSql(), rows, cancellationToken).ConfigureAwait(false);
            await RunAsync(TouchSql(), rows, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return new LoadResult { Inserted = inserted, Changed = changed, Unchanged = page.Count - inserted - changed };
        }
        finally
        {
            await session.RollbackAsync().ConfigureAwait(false);
        }
    }

    private string Page => session.Dialect.PageSql(
        "@page", [(EntityPage.IdColumn, EntityColumnKind.Number), .. _table.Columns.Select(column => (column.ColumnIn(session.Dialect), column.Kind))]);

    private string KeyColumns => IsProfile ? "account_id, profile_id" : $"account_id, profile_id, {_table.IdColumn}";

    private string IsSame => IsProfile
        ? $"e.account_id = @account AND e.profile_id = p.{EntityPage.IdColumn}"
        : $"e.account_id = @account AND e.profile_id = @profile AND e.{_table.IdColumn} = p.{EntityPage.IdColumn}";

    private string InsertSql() =>
        $"INSERT INTO {names.Of(_table.Name)} ({KeyColumns}, {Join(_table.Columns, column => column)}, source, first_seen_at, last_seen_at, changed_at) "
        + $"SELECT @account, {(IsProfile ? "" : "@profile, ")}p.{EntityPage.IdColumn}, {Join(_table.Columns, column => $"p.{column}")}, '{EnumText.Of(scope.Source)}', @now, @now, @now "
        + $"FROM {Page} WHERE true ON CONFLICT ({KeyColumns}) DO NOTHING";

    private string UpdateSql() =>
        $"UPDATE {names.Of(_table.Name)} AS e SET {Join(_known, column => $"{column} = p.{column}")}, "
        + $"source = {(IsExport ? "CASE WHEN e.source = 'list' THEN 'list' ELSE 'export' END" : "'list'")}, last_seen_at = @now, changed_at = @now FROM {Page} "
        + $"WHERE {IsSame} AND ({(IsExport ? "e.source = 'report'" : "e.source <> 'list'")} OR {Join(_known, column => $"e.{column} IS DISTINCT FROM p.{column}", " OR ")})";

    private string TouchSql() => $"UPDATE {names.Of(_table.Name)} AS e SET last_seen_at = @now FROM {Page} WHERE {IsSame} AND e.last_seen_at <= @before";

    private string Join(IEnumerable<EntityColumn<T>> columns, Func<string, string> text, string separator = ", ") =>
        string.Join(separator, columns.Select(column => text(column.ColumnIn(session.Dialect))));

    private Task<int> RunAsync(string sql, string rows, CancellationToken cancellationToken)
    {
        DbCommand command = session.Command(
            sql,
            ("@page", rows),
            ("@account", scope.AccountId.Value),
            ("@profile", scope.ProfileId?.Value),
            ("@now", session.Dialect.InstantValue(now)),
            ("@before", session.Dialect.InstantValue(now - LoadRules.SeenAgainAfter)));
        return SqlSession.ExecuteAsync(command, cancellationToken);
    }
}
