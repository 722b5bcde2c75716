using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Reads;
using PpcAds.Sdk.Benchmarks.Techniques;

namespace PpcAds.Sdk.Benchmarks.Dashboard;

/// <summary>A database with the rows of <see cref="ReadsWorld"/>, for a host to show.</summary>
internal sealed class PageDatabase : IAsyncDisposable
{
    private const string Database = "dashboard";

    private readonly PostgreSqlServer? _server;
    private readonly DirectoryInfo? _folder;

    private PageDatabase(PostgreSqlServer? server, DirectoryInfo? folder) => (_server, _folder) = (server, folder);

    public string Name => _server is null ? "sqlite" : "postgresql";

    private string File => Path.Combine(_folder!.FullName, "dashboard.db");

    /// <summary>Makes the tables, the rows and the statistics.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="rows">Rows of performance, about.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<PageDatabase> CreateAsync(string kind, long rows, CancellationToken cancellationToken)
    {
        PageDatabase database = kind == "sqlite"
            ? new PageDatabase(null, Directory.CreateTempSubdirectory("ppcads-benchmarks-dashboard-"))
            : new PageDatabase(await PostgreSqlServer.StartAsync(vacuumsItself: true, cancellationToken), null);
        await database.FillAsync(rows, cancellationToken);
        return database;
    }

    public void Use(IPpcAdsBuilder builder)
    {
        if (_server is null)
        {
            builder.UseSqlite($"Data Source={File}");
        }
        else
        {
            builder.UsePostgreSql(_server.ConnectionString(Database));
        }
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        _folder?.Delete(recursive: true);
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task FillAsync(long rows, CancellationToken cancellationToken)
    {
        if (_server is not null)
        {
            await _server.CreateAsync(Database, null, cancellationToken);
        }

        await using (var load = new SdkLoad(Use))
        {
            await load.EnsureReadyAsync(cancellationToken);
        }

        var world = new ReadsWorld(rows, _server is null ? new SqliteReadsSql() : new PostgreSqlReadsSql());
        await using DbConnection connection = _server is null
            ? new SqliteConnection($"Data Source={File};Pooling=False")
            : new NpgsqlConnection(_server.ConnectionString(Database));
        await connection.OpenAsync(cancellationToken);
        foreach (string sql in (IEnumerable<string>)[.. world.Entities, .. world.Facts, "ANALYZE"])
        {
            await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.CommandTimeout = 1800;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
