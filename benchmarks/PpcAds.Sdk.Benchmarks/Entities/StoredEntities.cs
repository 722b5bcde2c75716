using System.Data.Common;
using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>What is in the tables, by a connection of the benchmark's own.</summary>
internal abstract class StoredEntities(DbConnection connection) : IAsyncDisposable
{
    // A prime: sums of ids are of more than 64 bits.
    private const long Modulus = 1_000_003;

    private static readonly (ListKind Kind, string Table, string Id, string Text)[] Tables =
    [
        (ListKind.Campaigns, "ppc_campaigns", "campaign_id", "name"),
        (ListKind.AdGroups, "ppc_ad_groups", "ad_group_id", "name"),
        (ListKind.Keywords, "ppc_keywords", "keyword_id", "keyword_text"),
        (ListKind.Targets, "ppc_targets", "target_id", "expression"),
    ];

    protected static IReadOnlyList<string> TableNames { get; } = [.. Etl.EntityTables.All.Select(table => table.Name)];

    /// <summary>Begins to count.</summary>
    public abstract Task CountWritesAsync(CancellationToken cancellationToken);

    /// <summary>The rows of all entities that were written since, as the database itself counts them.</summary>
    public abstract Task<long> ReadWritesAsync(CancellationToken cancellationToken);

    /// <summary>Whether the count would have shown a row that was written without changing it.</summary>
    public async Task<bool> IsCountingAsync(CancellationToken cancellationToken)
    {
        long before = await ReadWritesAsync(cancellationToken);
        await ReadAsync(
            """
            UPDATE ppc_campaigns
            SET state = state
            WHERE campaign_id = (SELECT MIN(campaign_id) FROM ppc_campaigns);
            SELECT 1
            """,
            cancellationToken);
        return await ReadWritesAsync(cancellationToken) == before + 1;
    }

    /// <summary>What is not as it was listed; null when all is.</summary>
    public async Task<string?> CompareAsync(ListedAccount account, CancellationToken cancellationToken)
    {
        foreach ((ListKind kind, string table, string id, string text) in Tables)
        {
            long count = account.CountOf(kind);
            long ids = 0;
            for (long number = 0; number < count; number++)
            {
                ids += account.IdOf(kind, number) % Modulus;
            }

            string where = $"FROM {table} WHERE profile_id = {ListedAccount.ProfileId} AND source = 'list'";
            long rows = await ReadAsync($"SELECT COUNT(*) {where} AND {text} IS NOT NULL", cancellationToken);
            long stored = await ReadAsync($"SELECT COALESCE(SUM({id} % {Modulus}), 0) {where}", cancellationToken);
            if (rows != count || stored != ids)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{table} has {rows} rows instead of {count}, whose ids have the sum {stored} instead of {ids}");
            }
        }

        return null;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return connection.DisposeAsync();
    }

    protected async Task<long> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names and numbers of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
