using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Reads entities of one type by keyset, as their table defines, so that another type needs no change here.</summary>
internal sealed class EntityReader<T>(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect)
    where T : class, IEntityRecord<T>
{
    private readonly EntityTable<T> _table = T.Table;

    public async Task<ReadPage<StoredEntity<T>>> ListAsync(
        EntityQuery query, PageRequest page, CancellationToken cancellationToken)
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
        SqlConditions where = new SqlConditions()
            .And("account_id = @account", ("@account", query.AccountId.Value))
            .AndIf("profile_id = @profile", "@profile", query.ProfileId?.Value)
            .AndIf($"{_table.CampaignColumn} = @campaign", "@campaign", query.CampaignId?.Value);
        if (after is not null)
        {
            AddAfter(where, query, after);
        }

        IEnumerable<string> columns =
        [
            "account_id", "profile_id", _table.IdColumn, "source", "first_seen_at", "last_seen_at", "changed_at",
            .. _table.Columns.Select(column => column.ColumnIn(dialect)),
            .. _table.SumsOf is null ? [] : EntitySums.Columns(dialect),
        ];
        DbCommand command = session.Command(
            $"""
            SELECT {string.Join(", ", columns)}
            FROM {new TableNames(context).Of(_table.Name)}
            WHERE {where}
            ORDER BY {string.Join(", ", _table.KeyColumns)}
            LIMIT @count
            """,
            [.. where.Parameters, ("@count", count)]);
        return await SqlSession.QueryAsync(command, Read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Within one profile by plain comparisons: PostgreSQL misjudges those of rows, and would read the rest of the profile to
    /// sort it.
    /// </summary>
    private void AddAfter(SqlConditions where, EntityQuery query, IReadOnlyList<string> after)
    {
        string id = _table.IdColumn;
        long profile = PageToken.ReadNumber(after[0]);
        (string Name, object? Value)[] last =
        [
            ("@after_profile", profile),
            .. after.Count < 2 ? Array.Empty<(string, object?)>() : [("@after_id", PageToken.ReadNumber(after[1]))],
            .. after.Skip(2).Select(product => ("@after_product", (object?)product)),
        ];
        if (_table.KeyColumns.Count == 1)
        {
            where.And("profile_id > @after_profile", last);
        }
        else if (query.ProfileId?.Value != profile)
        {
            string names = string.Join(", ", last.Select(value => value.Name));
            where.And($"({string.Join(", ", _table.KeyColumns)}) > ({names})", last);
        }
        else if (_table.KeyColumns.Count == 2)
        {
            where.And($"{id} > @after_id", last[1]);
        }
        else
        {
            where.And($"{id} >= @after_id", last[1])
                .And($"({id} > @after_id OR {_table.KeyColumns[2]} > @after_product)", last[2]);
        }
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
}
