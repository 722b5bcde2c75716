using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Entities;

/// <summary>Inserts a page of entities and updates those that changed, in one transaction.</summary>
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
        long inserted = 0;
        long changed = 0;
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        DbCommand insert = session.Command(InsertSql());
        DbCommand update = session.Command(UpdateSql());
        DbCommand touch = session.Command($"UPDATE {names.Of(_table.Name)} SET last_seen_at = @now WHERE {Key}");
        try
        {
            foreach (T entity in page)
            {
                if (await RunAsync(insert, entity, _table.Columns, cancellationToken).ConfigureAwait(false) > 0)
                {
                    inserted++;
                }
                else if (await RunAsync(update, entity, _known, cancellationToken).ConfigureAwait(false) > 0)
                {
                    changed++;
                }
                else
                {
                    await RunAsync(touch, entity, [], cancellationToken).ConfigureAwait(false);
                }
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await insert.DisposeAsync().ConfigureAwait(false);
            await update.DisposeAsync().ConfigureAwait(false);
            await touch.DisposeAsync().ConfigureAwait(false);
            await session.RollbackAsync().ConfigureAwait(false);
        }

        return new LoadResult { Inserted = inserted, Changed = changed, Unchanged = page.Count - inserted - changed };
    }

    private string Key => IsProfile
        ? "account_id = @account AND profile_id = @id"
        : $"account_id = @account AND profile_id = @profile AND {_table.IdColumn} = @id";

    private string KeyColumns => IsProfile ? "account_id, profile_id" : $"account_id, profile_id, {_table.IdColumn}";

    private string InsertSql() =>
        $"INSERT INTO {names.Of(_table.Name)} ({KeyColumns}, {Join(_table.Columns, column => column)}, source, first_seen_at, last_seen_at, changed_at) "
        + $"VALUES ({(IsProfile ? "@account, @id" : "@account, @profile, @id")}, {Join(_table.Columns, column => $"@{column}")}, '{EnumText.Of(scope.Source)}', "
        + $"@now, @now, @now) ON CONFLICT ({KeyColumns}) DO NOTHING";

    private string UpdateSql() =>
        $"UPDATE {names.Of(_table.Name)} SET {Join(_known, column => $"{column} = @{column}")}, source = {(IsExport ? "CASE WHEN source = 'list' THEN 'list' ELSE 'export' END" : "'list'")}, "
        + "last_seen_at = @now, changed_at = @now "
        + $"WHERE {Key} AND ({(IsExport ? "source = 'report'" : "source <> 'list'")} OR {Join(_known, column => $"{column} IS DISTINCT FROM @{column}", " OR ")})";

    private string Join(IEnumerable<EntityColumn<T>> columns, Func<string, string> text, string separator = ", ") =>
        string.Join(separator, columns.Select(column => text(column.ColumnIn(session.Dialect))));

    private async Task<int> RunAsync(DbCommand command, T entity, IReadOnlyList<EntityColumn<T>> columns, CancellationToken cancellationToken)
    {
        Set(command, "@account", scope.AccountId.Value);
        Set(command, "@id", entity.EntityId);
        Set(command, "@now", session.Dialect.InstantValue(now));
        if (!IsProfile)
        {
            Set(command, "@profile", scope.ProfileId?.Value);
        }

        foreach (EntityColumn<T> column in columns)
        {
            Set(command, "@" + column.ColumnIn(session.Dialect), column.ValueIn(session.Dialect, entity));
        }

        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void Set(DbCommand command, string name, object? value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
            return;
        }

        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
