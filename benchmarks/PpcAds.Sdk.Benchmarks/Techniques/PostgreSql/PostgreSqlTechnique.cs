using Npgsql;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>Writes to PostgreSQL; what it wrote is counted by a connection that does nothing else.</summary>
internal abstract class PostgreSqlTechnique(RunRequest request) : Technique(request)
{
    private NpgsqlConnection? _observer;
    private WriteCounter? _counter;

    protected string ConnectionString => Request.Database!;

    /// <summary>The tables whose size on the disk is the technique's, as a pattern of LIKE; null if it is not measured.</summary>
    protected virtual string? SizedTables => null;

    protected WriteCounter Counter => _counter!;

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _observer = new NpgsqlConnection(ConnectionString);
        await _observer.OpenAsync(cancellationToken);

        // What warming up has written is not the technique's to flush.
        await ExecuteAsync(_observer, "CHECKPOINT", cancellationToken);
        _counter = await WriteCounter.StartAsync(_observer, cancellationToken);
    }

    public sealed override async Task<RunOutcome> CheckAsync(RunOutcome outcome, CancellationToken cancellationToken)
    {
        long log = await _counter!.CountLogAsync(cancellationToken);
        long written = await _counter.CountRowsAsync(await FindTableAsync(cancellationToken), cancellationToken);
        return outcome with
        {
            LogBytes = log,
            Written = written,
            Bytes = SizedTables is { } names ? await _counter.CountBytesAsync(names, cancellationToken) : null,
            Difference = await CompareAsync(new TableCheck(_observer!, isSqlite: false, Dataset.Id), written, cancellationToken),
        };
    }

    public override async ValueTask DisposeAsync()
    {
        if (_observer is not null)
        {
            await _observer.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>The table that is written.</summary>
    protected virtual Task<string> FindTableAsync(CancellationToken cancellationToken) => Task.FromResult(WideTable.Name);

    /// <summary>What is not as it must be, or null.</summary>
    protected virtual Task<string?> CompareAsync(TableCheck check, long written, CancellationToken cancellationToken) =>
        check.CompareRowsAsync(WideTable.Name, ComputeTotals(), cancellationToken);

    protected static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>Sends rows that are encoded already.</summary>
    protected static async Task CopyAsync(
        NpgsqlConnection connection,
        string table,
        IReadOnlyList<string> columns,
        string path,
        CancellationToken cancellationToken)
    {
        await using FileStream file = InputFiles.OpenReport(path);
        await using NpgsqlRawCopyStream copy = await connection.BeginRawBinaryCopyAsync(
            $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        await file.CopyToAsync(copy, 1 << 20, cancellationToken);
    }

    protected static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
