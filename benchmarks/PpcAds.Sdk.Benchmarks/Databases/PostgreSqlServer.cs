using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PpcAds.Sdk.Benchmarks.Databases;

/// <summary>
/// A PostgreSQL server of the run's own, with its durability on. Where techniques are compared nothing happens in it unasked: no autovacuum, and
/// checkpoints when the run wants them, so that one technique does not pay for another.
/// </summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>What is set other than the server's defaults.</summary>
    public const string Settings =
        "fsync = on, synchronous_commit = on, shared_buffers = 512MB, max_wal_size = 8GB, wal_compression = lz4 if the server has it, "
        + "checkpoint_timeout = 1h";

    // Beside the system's folder for temporary files, which another user must be able to enter.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ppcads-benchmarks-postgres-{Guid.NewGuid():N}");
    private readonly string _binaries;
    private readonly int _port = FreePort();

    private PostgreSqlServer(string binaries) => _binaries = binaries;

    /// <summary>The process that started all the others of the server.</summary>
    public int ProcessId { get; private set; }

    /// <param name="vacuumsItself">Whether autovacuum is on, as in service; else the run calls <see cref="SettleAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">There is no server on this machine, or it does not start.</exception>
    public static async Task<PostgreSqlServer> StartAsync(bool vacuumsItself, CancellationToken cancellationToken)
    {
        string binaries = FindBinaries()
            ?? throw new InvalidOperationException("There is no PostgreSQL server on this machine: neither initdb on the PATH nor /usr/lib/postgresql.");
        var server = new PostgreSqlServer(binaries);
        try
        {
            await server.StartOwnAsync(vacuumsItself, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=ppcads;Database={database};Command Timeout=900";

    /// <summary>Makes a database that is like another, or empty.</summary>
    public async Task<string> CreateAsync(string name, string? template, CancellationToken cancellationToken)
    {
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}{(template is null ? "" : $" TEMPLATE {template}")}", cancellationToken);
        return ConnectionString(name);
    }

    public Task DropAsync(string name, CancellationToken cancellationToken) =>
        ExecuteAsync("postgres", $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", cancellationToken);

    /// <summary>What autovacuum would have done a minute after a load, and a checkpoint: the next technique starts even.</summary>
    public async Task SettleAsync(string database, CancellationToken cancellationToken)
    {
        await ExecuteAsync(database, "VACUUM (ANALYZE) performance_records", cancellationToken);
        await CheckpointAsync(cancellationToken);
    }

    public Task CheckpointAsync(CancellationToken cancellationToken) => ExecuteAsync("postgres", "CHECKPOINT", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (File.Exists(Path.Combine(_folder, "postmaster.pid")))
        {
            await RunServerToolAsync("pg_ctl", ["-D", _folder, "-m", "immediate", "-w", "stop"], CancellationToken.None);
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StartOwnAsync(bool vacuumsItself, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["postgres", _folder], cancellationToken);
        }

        await RunServerToolAsync(
            "initdb", ["-D", _folder, "-A", "trust", "-U", "ppcads", "-N", "--no-instructions", "--encoding=UTF8", "--locale=C.UTF-8"], cancellationToken);
        string settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=on -c shared_buffers=512MB -c max_wal_size=8GB -c min_wal_size=2GB -c checkpoint_timeout=1h -c autovacuum={(vacuumsItself ? "on" : "off")}");
        await RunServerToolAsync("pg_ctl", ["-D", _folder, "-w", "-l", Path.Combine(_folder, "log"), "-o", settings, "start"], cancellationToken);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(_folder, "postmaster.pid"), cancellationToken);
        ProcessId = int.Parse(lines[0], CultureInfo.InvariantCulture);
        try
        {
            await ExecuteAsync("postgres", "ALTER SYSTEM SET wal_compression = 'lz4'", cancellationToken);
        }
        catch (PostgresException)
        {
            // Built without it; the default stays.
        }

        await ExecuteAsync("postgres", "SELECT pg_reload_conf()", cancellationToken);
    }

    private async Task ExecuteAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string? FindBinaries()
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders = folders.Concat(Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")));
        }

        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The server refuses to run as root.</summary>
    private Task RunServerToolAsync(string tool, string[] arguments, CancellationToken cancellationToken)
    {
        string path = Path.Combine(_binaries, tool);
        return Environment.UserName == "root"
            ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", path, .. arguments], cancellationToken)
            : RunAsync(path, arguments, cancellationToken);
    }

    private static async Task RunAsync(string file, string[] arguments, CancellationToken cancellationToken)
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
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
