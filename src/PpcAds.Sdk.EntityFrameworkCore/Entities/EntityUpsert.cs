using System.Data.Common;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.EntityFrameworkCore.Entities;

/// <summary>
/// Inserts a page of entities and updates those that changed, in one transaction and three statements. What did not change is not
/// written: a row's <c>last_seen_at</c> moves once in half a day at most. Each statement costs what the page has, however much
/// is stored.
/// </summary>
internal sealed class EntityUpsert<T>(SqlSession session, TableNames names, EntityScope scope)
    where T : class, IEntityRecord<T>
{
    private readonly EntityTable<T> _table = T.Table;

    /// <summary>What this load knows: an export leaves alone what only lists know.</summary>
    private readonly IReadOnlyList<EntityColumn<T>> _known =
        [.. T.Table.Columns.Where(column => !column.IsKey && (scope.Source != EntitySource.Export || !column.IsListOnly))];

    private readonly EntityPage _page = new(session.Dialect);
    private readonly string _row = session.Dialect.PageRow;

    private bool IsExport => scope.Source == EntitySource.Export;

    public async Task<LoadResult> RunAsync(IReadOnlyList<T> page, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Pages are no snapshot: an entity may come twice, and the later one holds.
        byte[] rows = _page.Write(_table, page.Reverse().DistinctBy(entity => (entity.EntityId, entity.AdProduct)));
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await session.Dialect.LockEntitiesAsync(
                session.Connection, session.Transaction!, scope.AccountId, scope.ProfileId, cancellationToken)
                .ConfigureAwait(false);
            if (!await HeldAccount.TryHoldAsync(session, names, scope.AccountId, cancellationToken).ConfigureAwait(false))
            {
                throw new LeaseLostException(
                    $"Account {scope.AccountId} was purged while its {_table.EntityType} were read; nothing more of it is "
                    + "stored.");
            }

            await CheckTurnAsync(cancellationToken).ConfigureAwait(false);
            var written = new List<long>();
            foreach (string statement in Statements)
            {
                DbCommand command = Command(statement, rows, now);
                written.Add(await SqlSession.ExecuteAsync(command, cancellationToken).ConfigureAwait(false));
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            (long inserted, long changed) = (written[0], written[1]);
            return new LoadResult { Inserted = inserted, Changed = changed, Unchanged = page.Count - inserted - changed };
        }
        finally
        {
            await session.RollbackAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The worker that takes over the account lock waits for the lock of the entities with its first page, so that this page is
    /// not the later one.
    /// </summary>
    private async Task CheckTurnAsync(CancellationToken cancellationToken)
    {
        if (scope.Turn is not { } turn)
        {
            return;
        }

        DbCommand command = session.Command(
            $"""
            SELECT 1
            FROM {names.Leases}
            WHERE name = @name
              AND lease_epoch = @epoch
            """,
            ("@name", turn.Name),
            ("@epoch", turn.Epoch));
        if ((await SqlSession.QueryAsync(command, _ => 1, cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            throw new LeaseLostException(
                $"The account lock {turn.Name} was taken over by another worker while a page was read; that one stores it.");
        }
    }

    /// <summary>
    /// Gets the statements of a page: one for new entities, one for changed ones, one for when the others were last seen.
    /// </summary>
    internal IReadOnlyList<string> Statements => field ??= [NewSql, ChangedSql, SeenSql];

    internal DbCommand Command(string sql, byte[] rows, DateTimeOffset now) => session.Command(
        sql,
        ("@page", rows),
        ("@account", scope.AccountId.Value),
        ("@profile", scope.ProfileId?.Value),
        ("@now", session.Dialect.InstantValue(now)),
        ("@before", session.Dialect.InstantValue(now - LoadRules.SeenAgainAfter)));

    private IReadOnlyList<(string Column, string Value)> Key => _table.IsOfProfile
        ?
        [
            ("account_id", "@account"),
            ("profile_id", "@profile"),
            (_table.IdColumn, $"p.{EntityPage.IdColumn}"),
            .. _table.Columns.Where(column => column.IsKey).Select(column => (column.Name, $"p.{column.Name}")),
        ]
        : [("account_id", "@account"), ("profile_id", $"p.{EntityPage.IdColumn}")];

    private IEnumerable<EntityColumn<T>> Attributes => _table.Columns.Where(column => !column.IsKey);

    private string Page => session.Dialect.PageSql(
        "@page",
        [
            (EntityPage.IdColumn, EntityColumnKind.Number),
            .. _table.Columns.Select(column => (column.ColumnIn(session.Dialect), column.Kind)),
        ]);

    private string Insert =>
        $"""
        INSERT INTO {names.Of(_table.Name)} AS e (
          {string.Join(", ", Key.Select(key => key.Column))},
          {Join(Attributes, column => column.ColumnIn(session.Dialect))},
          source, first_seen_at, last_seen_at, changed_at)
        SELECT
          {string.Join(", ", Key.Select(key => key.Value))},
          {Join(Attributes, column => $"p.{column.ColumnIn(session.Dialect)}")},
          '{EnumText.Of(scope.Source)}', @now, @now, @now
        FROM {Page}
        WHERE true
        """;

    private string NewSql =>
        $"""
        {Insert}
        ON CONFLICT ({string.Join(", ", Key.Select(key => key.Column))}) DO NOTHING
        """;

    private string ChangedSql => session.Dialect.UpdateFromPageSql(Update(
        $"""
        {Join(_known, column => $"{column.ColumnIn(session.Dialect)} = {ValueOf(column)}")},
          source = {(IsExport ? "CASE WHEN e.source = 'list' THEN 'list' ELSE 'export' END" : "'list'")},
          last_seen_at = @now,
          changed_at = @now
        """,
        $"""
        ({(IsExport ? "e.source = 'report'" : "e.source <> 'list'")}
          OR {Join(_known, column => $"e.{column.ColumnIn(session.Dialect)} IS DISTINCT FROM {ValueOf(column)}", "\n  OR ")})
        """));

    private string SeenSql => session.Dialect.UpdateFromPageSql(Update("last_seen_at = @now", "e.last_seen_at <= @before"));

    private PageUpdate Update(string set, string condition) => new()
    {
        Table = names.Of(_table.Name),
        Page = Page,
        Key = Key,
        Insert = Insert,
        Set = set,
        Condition = condition,
    };

    private string ValueOf(EntityColumn<T> column)
    {
        string name = column.ColumnIn(session.Dialect);
        return column.IsPermanent ? $"COALESCE({_row}.{name}, e.{name})" : $"{_row}.{name}";
    }

    private static string Join(
        IEnumerable<EntityColumn<T>> columns, Func<EntityColumn<T>, string> text, string separator = ", ") =>
        string.Join(separator, columns.Select(text));
}
