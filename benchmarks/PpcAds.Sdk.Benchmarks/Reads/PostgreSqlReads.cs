using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Techniques;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>The wide rows, and the views over them, are in a schema of their own that is searched first.</summary>
internal sealed class PostgreSqlReads(PostgreSqlServer server) : ReadsDatabase
{
    private const string Database = "reads";

    public override string Name => "postgresql";

    public override ReadsSql Sql { get; } = new PostgreSqlReadsSql();

    public override async Task<DbConnection> OpenAsync(bool isWide, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(server.ConnectionString(Database) + (isWide ? ";Search Path=wide,public" : ""));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public override void Use(IPpcAdsBuilder builder) => builder.UsePostgreSql(server.ConnectionString(Database));

    public override async Task FillAsync(ReadsWorld world, CancellationToken cancellationToken)
    {
        await server.CreateAsync(Database, null, cancellationToken);
        await using (var load = new SdkLoad(Use))
        {
            await load.EnsureReadyAsync(cancellationToken);
        }

        await using DbConnection connection = await OpenAsync(isWide: true, cancellationToken);
        foreach (string sql in (IEnumerable<string>)[.. world.Entities, .. world.Facts, "CREATE SCHEMA wide"])
        {
            await RunAsync(connection, sql, cancellationToken);
        }

        string create = WideTable.PostgreSql.Replace(
            $"TABLE {WideTable.Name}", "TABLE wide.performance_records", StringComparison.Ordinal);
        await RunAsync(connection, create, cancellationToken);
        foreach (string column in WideColumns.Later(Sql.Money))
        {
            await RunAsync(connection, $"ALTER TABLE wide.performance_records ADD COLUMN {column}", cancellationToken);
        }

        string columns = string.Join(", ", WideColumns.Stored(""));
        await RunAsync(
            connection,
            $"INSERT INTO wide.performance_records ({columns}) SELECT {columns} FROM public.performance_records",
            cancellationToken);
        await CreateWideViewsAsync(connection, cancellationToken);

        await RunAsync(connection, "VACUUM ANALYZE", cancellationToken);
    }

    public override async Task<long> CountBytesAsync(bool isWide, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(isWide, cancellationToken);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = isWide
            ? "SELECT pg_total_relation_size('wide.performance_records')"
            : "SELECT pg_total_relation_size('public.performance_facts')";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public override ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return ValueTask.CompletedTask;
    }
}
