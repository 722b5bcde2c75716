using System.Globalization;
using Xunit;

namespace PpcAds.Sdk.Testing;

/// <summary>A temporary PostgreSQL cluster of the tests' own, made from the server's binaries; each test gets a database in it.</summary>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    private const string Required = "PPCADS_REQUIRE_POSTGRES";

    // Beside the system's folder for temporary files, which another user must be able to enter.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ppcads-postgres-{Guid.NewGuid():N}");
    private readonly Lock _gate = new();
    private PostgreSqlTools? _tools;
    private Task<string>? _migrated;
    private int _port;
    private int _databases;

    /// <summary>Why there is no cluster; null when there is one.</summary>
    public string? Missing { get; private set; }

    public async Task InitializeAsync()
    {
        _tools = PostgreSqlTools.Find();
        if (_tools is null)
        {
            Missing = PostgreSqlTools.Missing;
            if (Environment.GetEnvironmentVariable(Required) == "1")
            {
                throw new InvalidOperationException($"{Missing} {Required} is 1, so that these tests must run.");
            }

            return;
        }

        _port = PostgreSqlTools.FreePort();
        await _tools.InitializeAsync(_folder);
        await StartAsync();
    }

    /// <summary>Starts the server again, after <see cref="StopAsync"/>: at the same port, with the same data.</summary>
    public Task StartAsync() => _tools!.StartAsync(_folder, $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off");

    /// <summary>Ends the server at once, as a crash does: no connection is let finish, the next start recovers.</summary>
    public Task StopAsync() => _tools!.StopAsync(_folder);

    /// <summary>Kills all of the server's processes, as the kernel does when memory runs out; <see cref="StartAsync"/> recovers.</summary>
    public async Task KillAsync()
    {
        string pid = Path.Combine(_folder, "postmaster.pid");
        int postmaster = int.Parse((await File.ReadAllLinesAsync(pid))[0], CultureInfo.InvariantCulture);

        // It must not start another process while those that there are get counted.
        await SignalAsync("STOP", [postmaster]);
        int[] all = [postmaster, .. FindChildren(postmaster)];
        await SignalAsync("KILL", all);
        while (all.Any(process => IsAlive(process)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        // Where nobody asks how a process ended, as in containers, its number stays taken, and the next server would take it for alive.
        File.Delete(pid);
        foreach (string socket in Directory.GetFiles(_folder, ".s.PGSQL.*"))
        {
            File.Delete(socket);
        }
    }

    /// <summary>
    /// Makes a table's file one that has no space left, whoever the tests run as: the server's writes to it end in the kernel's ENOSPC. The
    /// table must be empty; <c>TRUNCATE</c> gives it an ordinary file again.
    /// </summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="table">The table.</param>
    public async Task FillUpAsync(string connectionString, string table)
    {
        await using var connection = new Npgsql.NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using Npgsql.NpgsqlCommand command = connection.CreateCommand();
        command.CommandText = "SELECT pg_relation_filepath(@table)";
        command.Parameters.AddWithValue("table", table);
        string file = Path.Combine(_folder, (string)(await command.ExecuteScalarAsync())!);
        File.Delete(file);
        File.CreateSymbolicLink(file, "/dev/full");
    }

    public async Task DisposeAsync()
    {
        if (Missing is null)
        {
            if (File.Exists(Path.Combine(_folder, "postmaster.pid")))
            {
                await StopAsync();
            }

            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>A connection string to a new, empty database.</summary>
    public Task<string> CreateDatabaseAsync() => CreateDatabaseAsync("template1");

    /// <summary>
    /// A connection string to a new database with all tables: a copy of one that was migrated once for the whole cluster, which takes a
    /// tenth of the time of a migration.
    /// </summary>
    /// <param name="migrate">Makes the tables; all callers of one cluster make the same.</param>
    public async Task<string> CopyDatabaseAsync(Func<string, Task> migrate)
    {
        Task<string> migrated;
        lock (_gate)
        {
            migrated = _migrated ??= MigrateAsync(migrate);
        }

        return await CreateDatabaseAsync(await migrated);
    }

    private async Task<string> MigrateAsync(Func<string, Task> migrate)
    {
        string connectionString = await CreateDatabaseAsync();
        await migrate(connectionString);
        return new Npgsql.NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private async Task<string> CreateDatabaseAsync(string template)
    {
        string name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new Npgsql.NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using Npgsql.NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {template}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>What <c>pg_dump</c> writes of a database.</summary>
    public async Task<byte[]> DumpAsync(string connectionString)
    {
        var database = new Npgsql.NpgsqlConnectionStringBuilder(connectionString);
        string file = Path.Combine(Path.GetTempPath(), $"ppcads-dump-{Guid.NewGuid():N}.sql");
        try
        {
            string port = database.Port.ToString(CultureInfo.InvariantCulture);
            await _tools!.RunClientToolAsync("pg_dump", "-h", database.Host!, "-p", port, "-U", database.Username!, "-f", file, database.Database!);
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int[] FindChildren(int parent) =>
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(process => ReadStatus(process, "PPid:") == parent.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>One that is dead, and waits for its parent to notice, holds nothing any more.</summary>
    private static bool IsAlive(int process) => ReadStatus(process, "State:") is { } state && state[0] != 'Z';

    private static string? ReadStatus(int process, string name)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();
        }
        catch (IOException)
        {
            // It has ended.
            return null;
        }
    }

    private static async Task SignalAsync(string signal, int[] processes)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", .. processes.Select(process => process.ToString(CultureInfo.InvariantCulture))]);
        await kill.WaitForExitAsync();
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=ppcads;Database={database};Pooling=false";
}
