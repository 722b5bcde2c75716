using Npgsql;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>The limit: rows that are encoded already, by one COPY in one transaction into the SDK's table, and nothing else.</summary>
internal sealed class RawCopy(RunRequest request) : PostgreSqlTechnique(request)
{
    private NpgsqlConnection? _connection;

    public override async Task WarmUpAsync(int pass, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection warm = await OpenAsync(Request.WarmDatabase!, cancellationToken);
        await using NpgsqlTransaction transaction = await warm.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(warm, "CREATE TEMPORARY TABLE warm (LIKE performance_records) ON COMMIT DROP", cancellationToken);
        await CopyAsync(warm, "warm", WarmFiles.Copy, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await base.PrepareAsync(cancellationToken);
        _connection = await OpenAsync(ConnectionString, cancellationToken);
    }

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlTransaction transaction = await _connection!.BeginTransactionAsync(cancellationToken);
        await CopyAsync(_connection, "performance_records", Files.Copy, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        await base.DisposeAsync();
    }
}
