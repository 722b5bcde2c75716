using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Techniques;

namespace PpcAds.Sdk.Benchmarks.Databases;

/// <summary>
/// Fresh databases with the SDK's tables and one account, made by copying one that its migrations made; and with the wide table
/// next to them.
/// </summary>
internal sealed class FreshDatabases : IAsyncDisposable
{
    private const string Template = "template_ppcads";
    private const string Warm = "warm";

    private readonly PostgreSqlServer _server;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-benchmarks-sqlite-");
    private int _files;

    private FreshDatabases(PostgreSqlServer server) => _server = server;

    public PostgreSqlServer Server => _server;

    /// <summary>A database to warm up in.</summary>
    public string WarmPostgreSql => _server.ConnectionString(Warm);

    /// <summary>A file to warm up in.</summary>
    public string WarmSqlite => Path.Combine(_folder.FullName, "warm.db");

    private string TemplateSqlite => Path.Combine(_folder.FullName, "template.db");

    public static async Task<FreshDatabases> StartAsync(CancellationToken cancellationToken)
    {
        var databases = new FreshDatabases(await PostgreSqlServer.StartAsync(vacuumsItself: false, cancellationToken));
        try
        {
            await databases.MakeTemplatesAsync(cancellationToken);
            await databases.Server.UseAllAsync(cancellationToken);
            return databases;
        }
        catch
        {
            await databases.DisposeAsync();
            throw;
        }
    }

    public Task<string> CreatePostgreSqlAsync(string name, CancellationToken cancellationToken) => _server.CreateAsync(name, Template, cancellationToken);

    /// <summary>A new file, to be deleted by <see cref="DeleteSqlite"/>.</summary>
    public string CreateSqlite()
    {
        string file = Path.Combine(_folder.FullName, $"{++_files}.db");
        File.Copy(TemplateSqlite, file);
        return file;
    }

    public static void DeleteSqlite(string file)
    {
        foreach (string ending in (string[])["", "-wal", "-shm"])
        {
            File.Delete(file + ending);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task MakeTemplatesAsync(CancellationToken cancellationToken)
    {
        string connection = await _server.CreateAsync(Template, null, cancellationToken);
        await MakeTablesAsync(builder => builder.UsePostgreSql(connection), cancellationToken);
        await _server.ExecuteAsync(Template, WideTable.PostgreSql, cancellationToken);

        // A database with a connection cannot be copied.
        NpgsqlConnection.ClearAllPools();
        await CreatePostgreSqlAsync(Warm, cancellationToken);
        await MakeTablesAsync(builder => builder.UseSqlite($"Data Source={TemplateSqlite}"), cancellationToken);
        await MakeWideSqliteAsync(cancellationToken);

        // The last connection that closes moves everything into the one file.
        SqliteConnection.ClearAllPools();
        File.Copy(TemplateSqlite, WarmSqlite);
    }

    private static async Task MakeTablesAsync(Action<IPpcAdsBuilder> use, CancellationToken cancellationToken)
    {
        await using var load = new SdkLoad(use);
        AccountId account = await load.EnsureReadyAsync(cancellationToken);
        if (account.Value != InputFiles.AccountId)
        {
            throw new InvalidOperationException(
                $"The first account has the number {account}; the ready rows were made for {InputFiles.AccountId}.");
        }
    }

    private async Task MakeWideSqliteAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={TemplateSqlite};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = WideTable.Sqlite;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
