using Npgsql;
using PpcAds.Sdk.Benchmarks.Measuring;

namespace PpcAds.Sdk.Benchmarks.Techniques.PostgreSql;

/// <summary>A limit: rows that are encoded already, by one COPY in one transaction into a table, and nothing else.</summary>
internal abstract class CopyTechnique(RunRequest request) : PostgreSqlTechnique(request)
{
    private NpgsqlConnection? _connection;

    protected abstract IReadOnlyList<string> Columns { get; }

    protected abstract string Path { get; }

    protected abstract string WarmPath { get; }

    protected abstract string Table { get; }

    protected override string SizedTables => Table;

    public override async Task WarmUpAsync(int pass, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection warm = await OpenAsync(Request.WarmDatabase!, cancellationToken);
        await using NpgsqlTransaction transaction = await warm.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(warm, $"CREATE TEMPORARY TABLE warm (LIKE {Table}) ON COMMIT DROP", cancellationToken);
        await CopyAsync(warm, "warm", Columns, WarmPath, cancellationToken);
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
        await CopyAsync(_connection, Table, Columns, Path, cancellationToken);
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

    protected sealed override Task<string> FindTableAsync(CancellationToken cancellationToken) => Task.FromResult(Table);
}
