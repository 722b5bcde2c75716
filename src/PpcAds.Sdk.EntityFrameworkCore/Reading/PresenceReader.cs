using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Reading;

/// <summary>Counts stored entities, all tables in one statement.</summary>
internal sealed class PresenceReader(IPpcAdsContexts contexts, PpcAdsSqlDialect dialect)
{
    public async Task<IReadOnlyList<EntityPresence>> CountAsync(PresenceQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ContextLease lease = contexts.Create();
        await using (lease.ConfigureAwait(false))
        {
            var names = new TableNames(lease.Context);
            SqlSession session = await SqlSession.OpenAsync(lease.Context, dialect, cancellationToken).ConfigureAwait(false);
            return await SqlSession.QueryAsync(
                session.Command(
                    string.Join(
                        "\nUNION ALL\n",
                        EntityTables.All.Where(table => table.IsOfProfile).Select(table => SelectSql(table, names))),
                    ("@account", query.AccountId.Value),
                    ("@profile", query.ProfileId.Value),
                    ("@unseen", dialect.InstantValue(query.UnseenBefore)),
                    ("@forgotten", dialect.InstantValue(query.ForgottenBefore))),
                reader => new EntityPresence
                {
                    Table = reader.GetString(0),
                    AdProduct = reader.IsDBNull(1) ? null : reader.GetString(1),
                    Known = reader.GetInt64(2),
                    Unseen = SqlSession.ReadCount(reader, 3),
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static string SelectSql(EntityTable table, TableNames names)
    {
        string product = Has(table, "ad_product") ? "e.ad_product" : "CAST(NULL AS text)";
        string isLive = Has(table, "state") ? "\n  AND UPPER(COALESCE(e.state, '')) <> 'ARCHIVED'" : "";
        return $"""
            SELECT '{table.Name}', {product}, COUNT(*), COALESCE(SUM(CASE WHEN e.last_seen_at < @unseen THEN 1 ELSE 0 END), 0)
            FROM {names.Of(table.Name)} e
            WHERE e.account_id = @account
              AND e.profile_id = @profile
              AND e.source <> 'report'
              AND e.last_seen_at >= @forgotten{isLive}
            GROUP BY 2
            """;
    }

    private static bool Has(EntityTable table, string column) => table.Attributes.Any(attribute => attribute.Name == column);
}
