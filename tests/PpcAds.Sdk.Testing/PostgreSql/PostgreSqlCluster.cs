using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace PpcAds.Sdk.Testing;

/// <summary>A temporary PostgreSQL cluster of the tests' own, made from the server's binaries; each test gets a database in it.</summary>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    private const string Required = "PPCADS_REQUIRE_POSTGRES";

    // Beside the system's folder for temporary files, which another user must be able to enter.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ppcads-postgres-{Guid.NewGuid():N}");
    private string? _binaries;
    private int _port;
    private int _databases;

    /// <summary>Why there is no cluster; null when there is one.</summary>
    public string? Missing { get; private set; }

    public async Task InitializeAsync()
    {
        _binaries = FindBinaries();
        if (_binaries is null)
        {
            Missing = "There is no PostgreSQL server on this machine: neither initdb on the PATH nor /usr/lib/postgresql.";
            if (Environment.GetEnvironmentVariable(Required) == "1")
            {
                throw new InvalidOperationException($"{Missing} {Required} is 1, so that these tests must run.");
            }

            return;
        }

        Directory.CreateDirectory(_folder);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", _folder);
        }

        _port = FreePort();
        await RunServerToolAsync("initdb", "-D", _folder, "-A", "trust", "-U", "ppcads", "-N", "--no-instructions", "--encoding=UTF8", "--locale=C.UTF-8");
        await StartAsync();
    }

    /// <summary>Starts the server again, after <see cref="StopAsync"/>: at the same port, with the same data.</summary>
    public Task StartAsync() => RunServerToolAsync(
        "pg_ctl", "-D", _folder, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off", "start");

    /// <summary>Ends the server at once, as a crash does: no connection is let finish, the next start recovers.</summary>
    public Task StopAsync() => RunServerToolAsync("pg_ctl", "-D", _folder, "-m", "immediate", "-w", "stop");

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
    public async Task<string> CreateDatabaseAsync()
    {
        string name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new Npgsql.NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using Npgsql.NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A name of our own.
        command.CommandText = $"CREATE DATABASE {name}";
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
            await RunAsync(FindClientTool("pg_dump"), "-h", database.Host!, "-p", port, "-U", database.Username!, "-f", file, database.Database!);
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=ppcads;Database={database};Pooling=false";

    private static string? FindBinaries()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders = folders.Concat(Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")));
        }

        return folders.FirstOrDefault(folder => IsThere(Path.Combine(folder, "initdb")) && IsThere(Path.Combine(folder, "pg_ctl")));
    }

    /// <summary>A link whose target is gone is not there.</summary>
    private static bool IsThere(string file) => File.Exists(file) && File.ResolveLinkTarget(file, returnFinalTarget: true) is null or { Exists: true };

    /// <summary>The one of the server's version: it stands beside the server's own tools, to which those on the PATH may be links.</summary>
    private string FindClientTool(string tool)
    {
        string server = Path.Combine(_binaries!, "initdb");
        string beside = Path.Combine(Path.GetDirectoryName(File.ResolveLinkTarget(server, returnFinalTarget: true)?.FullName ?? server)!, tool);
        return IsThere(beside) ? beside : tool;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The server refuses to run as root.</summary>
    private Task RunServerToolAsync(string tool, params string[] arguments)
    {
        string path = Path.Combine(_binaries!, tool);
        return Environment.UserName == "root" ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string file, params string[] arguments)
    {
        // The output goes nowhere: a started server would keep a pipe open for ever.
        var info = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1");
        info.ArgumentList.Add(file);
        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(info)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
