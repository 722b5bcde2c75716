using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

/// <summary>A database in the tests' cluster.</summary>
internal sealed class PostgreSqlSecretDatabase : SecretDatabase
{
    private readonly PostgreSqlCluster _cluster;
    private readonly string _connectionString;

    private PostgreSqlSecretDatabase(PostgreSqlCluster cluster, string connectionString)
    {
        _cluster = cluster;
        _connectionString = connectionString;
    }

    public static async Task<SecretDatabase> CreateAsync(PostgreSqlCluster cluster)
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        return new PostgreSqlSecretDatabase(cluster, await MigratedDatabases.CreateAsync(cluster));
    }

    public override void Use(IPpcAdsBuilder builder) => builder.UsePostgreSql(_connectionString);

    public override Task<byte[]> DumpAsync() => _cluster.DumpAsync(_connectionString);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override DbConnection Connect() => new NpgsqlConnection(_connectionString);
}
