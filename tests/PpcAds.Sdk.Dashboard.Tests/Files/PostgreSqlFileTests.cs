using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Dashboard.Tests.Files;

public sealed class PostgreSqlFileTests(PostgreSqlCluster cluster) : FileContract, IClassFixture<PostgreSqlCluster>
{
    private string _connectionString = "";

    protected override async Task<Action<IPpcAdsBuilder>> CreateAsync()
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        _connectionString = await MigratedDatabases.CreateAsync(cluster);
        return builder => builder.UsePostgreSql(_connectionString);
    }

    protected override async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        return connection;
    }

    protected override string Millionths(string column) => $"r.{column} * 1000000";
}
