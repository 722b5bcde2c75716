using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Reads entities of one type by keyset, as their table tells, so that a further type needs nothing here.</summary>
internal sealed class EntityReader<T>(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect)
    where T : class, IEntityRecord<T>
{
    private readonly EntityTable<T> _table = T.Table;

    public async Task<ReadPage<StoredEntity<T>>> ListAsync(EntityQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        query.Validate(_table);
        page.Validate();
        IReadOnlyList<string>? after = PageToken.Read(page.After, _table.KeyColumns.Count);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            List<StoredEntity<T>> found = await lease.Context.Database.CreateExecutionStrategy().ExecuteAsync(
                token => ReadAsync(lease.Context, query, page.Size + 1, after, token), cancellationToken).ConfigureAwait(false);
            return page.Cut(found, row => row, row => PageToken.Write(_table, row.ProfileId, row.Entity));
        }
    }

    private async Task<List<StoredEntity<T>>> ReadAsync(
        DbContext context, EntityQuery query, int count, IReadOnlyList<string>? after, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.OpenAsync(context, dialect, cancellationToken).ConfigureAwait(false);
        DbCommand command = session.Command(Sql(new TableNames(context), query, after), ("@account", query.AccountId.Value), ("@count", count));
        Add(command, "@profile", query.ProfileId?.Value);
        Add(command, "@campaign", query.CampaignId?.Value);
        Add(command, "@after_profile", after is null ? null : PageToken.ReadNumber(after[0]));
        Add(command, "@after_id", after is null || after.Count < 2 ? null : PageToken.ReadNumber(after[1]));
        Add(command, "@after_product", after is null || after.Count < 3 ? null : after[2]);
        return await SqlSession.QueryAsync(command, Read, cancellationToken).ConfigureAwait(false);
    }

    private string Sql(TableNames names, EntityQuery query, IReadOnlyList<string>? after)
    {
        IEnumerable<string> columns =
        [
            "account_id", "profile_id", _table.IdColumn, "source", "first_seen_at", "last_seen_at", "changed_at",
            .. _table.Columns.Select(column => column.ColumnIn(dialect)),
            .. _table.SumsOf is null ? [] : EntitySums.Columns(dialect),
        ];
        return $"SELECT {string.Join(", ", columns)} FROM {names.Of(_table.Name)} WHERE account_id = @account"
            + (query.ProfileId is null ? "" : " AND profile_id = @profile")
            + (query.CampaignId is null ? "" : $" AND {_table.CampaignColumn} = @campaign")
            + (after is null ? "" : $" AND {Behind(query, after)}")
            + $" ORDER BY {string.Join(", ", _table.KeyColumns)} LIMIT @count";
    }

    private string Behind(EntityQuery query, IReadOnlyList<string> after)
    {
        // Within one profile by plain comparisons: PostgreSQL misjudges those of rows, and would read the rest of the profile to sort it.
        string id = _table.IdColumn;
        string[] last = ["@after_profile", "@after_id", "@after_product"];
        return _table.KeyColumns.Count == 1 ? "profile_id > @after_profile"
            : query.ProfileId?.Value != PageToken.ReadNumber(after[0])
                ? $"({string.Join(", ", _table.KeyColumns)}) > ({string.Join(", ", last.Take(_table.KeyColumns.Count))})"
            : _table.KeyColumns.Count == 2 ? $"{id} > @after_id"
            : $"{id} >= @after_id AND ({id} > @after_id OR {_table.KeyColumns[2]} > @after_product)";
    }

    private StoredEntity<T> Read(DbDataReader reader)
    {
        const int First = 7;
        var values = new StoredValues(reader.GetInt64(2), _table.Columns.Count);
        for (int i = 0; i < _table.Columns.Count; i++)
        {
            values.Add(_table.Columns[i].Name, _table.Columns[i].Read(dialect, reader, First + i));
        }

        return new StoredEntity<T>
        {
            AccountId = new AccountId(reader.GetInt64(0)),
            ProfileId = new ProfileId(reader.GetInt64(1)),
            Entity = _table.Read(values),
            Source = EnumText.Parse<EntitySource>(reader.GetString(3)),
            FirstSeenAt = dialect.ReadInstant(reader, 4),
            LastSeenAt = dialect.ReadInstant(reader, 5),
            ChangedAt = dialect.ReadInstant(reader, 6),
            Performance = _table.SumsOf is null ? null : EntitySums.Read(dialect, reader, First + _table.Columns.Count),
        };
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        if (value is not null && command.CommandText.Contains(name, StringComparison.Ordinal))
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
