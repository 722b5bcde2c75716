using Microsoft.Data.Sqlite;
using PpcAds.Sdk.Benchmarks.Databases;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.Sqlite;

/// <summary>Writes to a SQLite file.</summary>
internal abstract class SqliteTechnique(RunRequest request) : Technique(request)
{
    /// <summary>Whether ledger and sums on entities are kept as well.</summary>
    protected abstract bool KeepsSums { get; }

    protected string ConnectionString => $"Data Source={Request.Database}";

    protected string WarmConnectionString => $"Data Source={Request.WarmDatabase}";

    public override async Task<RunOutcome> CheckAsync(RunOutcome outcome, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync(cancellationToken);
        var check = new TableCheck(connection, isSqlite: true);
        ReportTotals expected = ComputeTotals();
        string? difference = await check.CompareRowsAsync(expected, cancellationToken);
        return outcome with { Difference = difference ?? (KeepsSums ? await check.CompareKeptSumsAsync(expected, cancellationToken) : null) };
    }
}
