using Npgsql;
using PpcAds.Sdk.Benchmarks.Databases;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>In PostgreSQL: rows are counted by the transaction that made their present version.</summary>
internal sealed class PostgreSqlEntities(NpgsqlConnection connection) : StoredEntities(connection)
{
    private WriteCounter? _counter;

    public static async Task<StoredEntities> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        return new PostgreSqlEntities(connection);
    }

    public override async Task CountWritesAsync(CancellationToken cancellationToken) =>
        _counter = await WriteCounter.StartAsync(connection, cancellationToken);

    public override async Task<long> ReadWritesAsync(CancellationToken cancellationToken)
    {
        long written = 0;
        foreach (string table in TableNames)
        {
            written += await _counter!.CountRowsAsync(table, cancellationToken);
        }

        return written;
    }
}
