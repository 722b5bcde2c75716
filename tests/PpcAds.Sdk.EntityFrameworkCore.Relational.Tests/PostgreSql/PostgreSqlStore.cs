using Microsoft.EntityFrameworkCore;
using Npgsql;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.PostgreSql;

/// <summary>Stores over copies of one PostgreSQL database.</summary>
internal static class PostgreSqlStore
{
    public static async Task<StoreUnderTest> StartAsync(PostgreSqlCluster cluster)
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        string database = await cluster.CopyDatabaseAsync(
            template => RelationalStoreUnderTest.CreateTablesAsync(options => options.UseNpgsql(template)));
        string pooled = new NpgsqlConnectionStringBuilder(database)
        {
            Pooling = true,
            ConnectionIdleLifetime = 2,
            ConnectionPruningInterval = 1,
        }.ConnectionString;
        return new RelationalStoreUnderTest(options => options.UseNpgsql(pooled));
    }
}
