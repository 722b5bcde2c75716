using Npgsql;
using PpcAds.Sdk.Benchmarks.Input;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>
/// What most write: COPY into a temporary table, then <c>INSERT … ON CONFLICT DO UPDATE</c>, which rewrites rows that did not
/// change. Of rows that are encoded already: no reading of JSON is in its time.
/// </summary>
internal sealed class BlindUpsert(RunRequest request) : PostgreSqlTechnique(request)
{
    private NpgsqlConnection? _connection;

    public override async Task WarmUpAsync(int pass, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection warm = await OpenAsync(Request.WarmDatabase!, cancellationToken);
        await UpsertAsync(warm, WarmFiles.Copy, cancellationToken);
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await base.PrepareAsync(cancellationToken);
        _connection = await OpenAsync(ConnectionString, cancellationToken);
    }

    public override async Task RunAsync(CancellationToken cancellationToken) => await UpsertAsync(_connection!, Files.Copy, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private static async Task UpsertAsync(NpgsqlConnection connection, string path, CancellationToken cancellationToken)
    {
        string columns = string.Join(", ", CopyFileWriter.Columns);
        string updates = string.Join(", ", CopyFileWriter.Columns.Except(CopyFileWriter.KeyColumns).Select(column => $"{column} = excluded.{column}"));
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "CREATE TEMPORARY TABLE staging (LIKE performance_records) ON COMMIT DROP", cancellationToken);
        await CopyAsync(connection, "staging", path, cancellationToken);
        await ExecuteAsync(
            connection,
            $"INSERT INTO performance_records ({columns}) SELECT {columns} FROM staging "
            + $"ON CONFLICT ({string.Join(", ", CopyFileWriter.KeyColumns)}) DO UPDATE SET {updates}",
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
