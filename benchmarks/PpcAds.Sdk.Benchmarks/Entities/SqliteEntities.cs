using Microsoft.Data.Sqlite;

namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>In SQLite: rows are counted by triggers, which no client can gloss over either.</summary>
internal sealed class SqliteEntities(SqliteConnection connection) : StoredEntities(connection)
{
    private const string Counter = "benchmark_writes";

    public static async Task<StoredEntities> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        return new SqliteEntities(connection);
    }

    public override async Task CountWritesAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(
            $"""
            CREATE TABLE {Counter} (rows INTEGER NOT NULL);
            INSERT INTO {Counter} VALUES (0);
            SELECT 1
            """,
            cancellationToken);
        foreach (string table in TableNames)
        {
            foreach (string change in (string[])["INSERT", "UPDATE", "DELETE"])
            {
                await ReadAsync(
                    $"""
                    CREATE TRIGGER {Counter}_{table}_{change} AFTER {change} ON {table}
                    BEGIN
                      UPDATE {Counter} SET rows = rows + 1;
                    END;
                    SELECT 1
                    """,
                    cancellationToken);
            }
        }
    }

    public override Task<long> ReadWritesAsync(CancellationToken cancellationToken) =>
        ReadAsync($"SELECT rows FROM {Counter}", cancellationToken);
}
