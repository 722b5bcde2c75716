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
        string pooled = Pooled(database);
        return new RelationalStoreUnderTest(options => options.UseNpgsql(pooled));
    }

    /// <summary>As applications have it; a test's connections do not outlive it for long.</summary>
    public static string Pooled(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = true,
        ConnectionIdleLifetime = 2,
        ConnectionPruningInterval = 1,
    }.ConnectionString;
}
