using System.Globalization;
using Npgsql;
using PpcAds.Sdk.Testing;

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

    // In the system's folder for temporary files, which another user must be able to enter.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ppcads-benchmarks-postgres-{Guid.NewGuid():N}");
    private readonly PostgreSqlTools _tools;
    private readonly int _port = PostgreSqlTools.FreePort();

    private string _settings = "";

    private PostgreSqlServer(PostgreSqlTools tools) => _tools = tools;

    /// <summary>The process that started all the others of the server.</summary>
    public int ProcessId { get; private set; }

    /// <param name="vacuumsItself">Whether autovacuum is on, as in service; else the run calls <see cref="SettleAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">There is no server on this machine, or it does not start.</exception>
    public static async Task<PostgreSqlServer> StartAsync(bool vacuumsItself, CancellationToken cancellationToken)
    {
        var server = new PostgreSqlServer(PostgreSqlTools.Find() ?? throw new InvalidOperationException(PostgreSqlTools.Missing));
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
        await ExecuteAsync(database, $"VACUUM (ANALYZE) {await ReadTablesAsync(database, cancellationToken)}", cancellationToken);
        await CheckpointAsync(cancellationToken);
    }

    /// <summary>
    /// Uses all of the shared buffers, and makes the files of the log that a run needs, which stay and are used again: else the first
    /// technique would pay for them alone.
    /// </summary>
    public async Task UseAllAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync("postgres", "CREATE TABLE fill AS SELECT repeat('x', 1000) AS text FROM generate_series(1, 600000)", cancellationToken);
        await ExecuteAsync("postgres", "DROP TABLE fill", cancellationToken);
        await ExecuteAsync("postgres", "SELECT pg_logical_emit_message(false, 'fill', repeat('x', 1000000)) FROM generate_series(1, 1200)", cancellationToken);
        await CheckpointAsync(cancellationToken);
    }

    /// <summary>
    /// Ends the server immediately, as a crash does. <see cref="StartAgainAsync"/> starts it with the same data.
    /// </summary>
    public Task StopAsync() => _tools.StopAsync(_folder);

    /// <summary>Starts the server after <see cref="StopAsync"/>, at the same port.</summary>
    public Task StartAgainAsync(CancellationToken cancellationToken) => _tools.StartAsync(_folder, _settings, cancellationToken);

    public Task CheckpointAsync(CancellationToken cancellationToken) => ExecuteAsync("postgres", "CHECKPOINT", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (File.Exists(Path.Combine(_folder, "postmaster.pid")))
        {
            await _tools.StopAsync(_folder);
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task StartOwnAsync(bool vacuumsItself, CancellationToken cancellationToken)
    {
        await _tools.InitializeAsync(_folder, cancellationToken);
        _settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=on -c shared_buffers=512MB -c max_wal_size=8GB -c min_wal_size=2GB -c checkpoint_timeout=1h -c autovacuum={(vacuumsItself ? "on" : "off")}");
        await _tools.StartAsync(_folder, _settings, cancellationToken);
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

    /// <summary>The tables of rows, the SDK's and the wide one.</summary>
    private async Task<string> ReadTablesAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using NpgsqlCommand command = connection.CreateCommand();
        command.CommandText =
            $"""
            SELECT string_agg(relname::text, ', ')
            FROM pg_class
            WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
              AND (relname LIKE 'performance\_%' OR relname = '{WideTable.Name}')
            """;
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task ExecuteAsync(string database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
