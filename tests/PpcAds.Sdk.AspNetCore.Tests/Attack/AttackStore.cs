using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>What is attacked is a host on PostgreSQL, which refuses more than other stores do; in memory where there is no server.</summary>
internal static class AttackStore
{
    public static async Task<Action<IPpcAdsBuilder>?> CreateAsync(PostgreSqlCluster cluster)
    {
        if (cluster.Missing is not null)
        {
            return null;
        }

        string connectionString = (await MigratedDatabases.CreateAsync(cluster)).Replace("Pooling=false", "Maximum Pool Size=20", StringComparison.Ordinal);
        return ppcAds => ppcAds.UsePostgreSql(connectionString);
    }
}
