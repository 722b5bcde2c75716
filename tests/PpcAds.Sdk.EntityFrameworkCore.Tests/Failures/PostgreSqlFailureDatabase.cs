using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

internal sealed class PostgreSqlFailureDatabase : FailureDatabase
{
    protected override string Money => "";

    protected override string ThirtyDays => "c.as_of - 29";

    /// <summary>A new database with all tables; the SDK's connections to it are pooled, as a host's are.</summary>
    public static async Task<FailureDatabase> CreateAsync(PostgreSqlCluster cluster)
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        return new PostgreSqlFailureDatabase { ConnectionString = await MigratedDatabases.CreateAsync(cluster) };
    }

    /// <summary>A new database without tables, for a host whose own migrations make them.</summary>
    public static async Task<FailureDatabase> CreateEmptyAsync(PostgreSqlCluster cluster)
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        return new PostgreSqlFailureDatabase { ConnectionString = await cluster.CreateDatabaseAsync() };
    }

    public override void Use(IPpcAdsBuilder builder) =>
        builder.UsePostgreSql(ConnectionString.Replace("Pooling=false", "Maximum Pool Size=20", StringComparison.Ordinal));

    public override Task ExpireLeasesAsync() => ExecuteAsync("UPDATE ppc_report_jobs SET lease_until = clock_timestamp() - interval '1 second' WHERE lease_until IS NOT NULL");

    public override async ValueTask DisposeAsync()
    {
        await using var pooled = new NpgsqlConnection(ConnectionString.Replace("Pooling=false", "Maximum Pool Size=20", StringComparison.Ordinal));
        NpgsqlConnection.ClearPool(pooled);
    }

    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString);
}
