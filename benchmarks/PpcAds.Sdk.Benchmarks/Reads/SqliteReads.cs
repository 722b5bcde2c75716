using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Techniques;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>The wide rows are in a file of their own, with the same entities.</summary>
internal sealed class SqliteReads : ReadsDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-benchmarks-reads-");

    public override string Name => "sqlite";

    public override ReadsSql Sql { get; } = new SqliteReadsSql();

    private string FileOf(bool isWide) => Path.Combine(_folder.FullName, isWide ? "wide.db" : "own.db");

    public override async Task<DbConnection> OpenAsync(bool isWide, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source={FileOf(isWide)};Pooling=False");
        await connection.OpenAsync(cancellationToken);

        // As large as PostgreSQL's buffers: the default of 2 MB would read the file from the system again and again.
        await RunAsync(connection, "PRAGMA cache_size = -524288; PRAGMA temp_store = MEMORY", cancellationToken);
        return connection;
    }

    public override void Use(IPpcAdsBuilder builder) => builder.UseSqlite($"Data Source={FileOf(false)}");

    public override async Task FillAsync(ReadsWorld world, CancellationToken cancellationToken)
    {
        foreach (bool isWide in (bool[])[false, true])
        {
            await using (var load = new SdkLoad(builder => builder.UseSqlite($"Data Source={FileOf(isWide)}")))
            {
                await load.EnsureReadyAsync(cancellationToken);
            }

            await using DbConnection own = await OpenAsync(isWide, cancellationToken);
            foreach (string sql in (IEnumerable<string>)[.. world.Entities, .. isWide ? [] : world.Facts])
            {
                await RunAsync(own, sql, cancellationToken);
            }
        }

        await using DbConnection connection = await OpenAsync(isWide: true, cancellationToken);
        var views = new MigrationBuilder("Microsoft.EntityFrameworkCore.Sqlite");
        views.DropPpcAdsViews();
        foreach (string drop in views.Operations.OfType<SqlOperation>().Select(operation => operation.Sql))
        {
            await RunAsync(connection, drop, cancellationToken);
        }

        string create = WideTable.Sqlite.Replace(
            $"TABLE {WideTable.Name}", "TABLE performance_records", StringComparison.Ordinal);
        await RunAsync(connection, create, cancellationToken);
        foreach (string column in WideColumns.Later(Sql.Money))
        {
            await RunAsync(connection, $"ALTER TABLE performance_records ADD COLUMN {column}", cancellationToken);
        }

        await RunAsync(connection, $"ATTACH '{FileOf(false)}' AS own", cancellationToken);
        string columns = string.Join(", ", WideColumns.Stored("_micros"));
        await RunAsync(
            connection,
            $"INSERT INTO main.performance_records ({columns}) SELECT {columns} FROM own.performance_records",
            cancellationToken);
        await RunAsync(connection, "DETACH own", cancellationToken);
        await CreateWideViewsAsync(connection, cancellationToken);

        await RunAsync(connection, "ANALYZE", cancellationToken);
        await using DbConnection facts = await OpenAsync(isWide: false, cancellationToken);
        await RunAsync(facts, "ANALYZE", cancellationToken);
    }

    public override Task<long> CountBytesAsync(bool isWide, CancellationToken cancellationToken) =>
        Task.FromResult(new FileInfo(FileOf(isWide)).Length);

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
