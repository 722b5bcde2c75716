using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.Sqlite;

/// <summary>Writes to a SQLite file.</summary>
internal abstract class SqliteTechnique(RunRequest request) : Technique(request)
{
    private long _emptyBytes;

    /// <summary>The table, or the view, that has the rows.</summary>
    protected abstract string Table { get; }

    /// <summary>Whether ledger and sums on entities are kept as well.</summary>
    protected abstract bool KeepsSums { get; }

    protected string ConnectionString => $"Data Source={Request.Database}";

    protected string WarmConnectionString => $"Data Source={Request.WarmDatabase}";

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        _emptyBytes = new FileInfo(Request.Database!).Length;
        return Task.CompletedTask;
    }

    public override async Task<RunOutcome> CheckAsync(RunOutcome outcome, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync(cancellationToken);
        long bytes = await CountBytesAsync(connection, cancellationToken);
        var check = new TableCheck(connection, isSqlite: true, Dataset.Id);
        ReportTotals expected = ComputeTotals();
        string? difference = await check.CompareRowsAsync(Table, expected, cancellationToken);
        return outcome with
        {
            Bytes = bytes,
            Difference = difference ?? (KeepsSums ? await check.CompareKeptSumsAsync(expected, cancellationToken) : null),
        };
    }

    /// <summary>By how much the file grew, once all of the log is in it.</summary>
    private async Task<long> CountBytesAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using SqliteCommand checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync(cancellationToken);
        return new FileInfo(Request.Database!).Length - _emptyBytes;
    }
}
