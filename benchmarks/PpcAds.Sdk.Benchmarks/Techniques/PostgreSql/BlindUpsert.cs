using Npgsql;
using PpcAds.Sdk.Benchmarks.Databases;
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
        await UpsertAsync(warm, WarmFiles.WideCopy, cancellationToken);
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await base.PrepareAsync(cancellationToken);
        _connection = await OpenAsync(ConnectionString, cancellationToken);
    }

    public override async Task RunAsync(CancellationToken cancellationToken) =>
        await UpsertAsync(_connection!, Files.WideCopy, cancellationToken);

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
        string columns = string.Join(", ", WideRow.Columns);
        string keys = string.Join(", ", WideRow.KeyColumns);
        string updates = string.Join(
            ", ", WideRow.Columns.Except(WideRow.KeyColumns).Select(column => $"{column} = excluded.{column}"));
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(
            connection, $"CREATE TEMPORARY TABLE staging (LIKE {WideTable.Name}) ON COMMIT DROP", cancellationToken);
        await CopyAsync(connection, "staging", WideRow.Columns, path, cancellationToken);
        await ExecuteAsync(
            connection,
            $"""
            INSERT INTO {WideTable.Name} ({columns})
            SELECT {columns} FROM staging
            ON CONFLICT ({keys}) DO UPDATE SET {updates}
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
