using Npgsql;
using PpcAds.Sdk.Benchmarks.Input;

namespace PpcAds.Sdk.Benchmarks.Databases;

/// <summary>
/// What was written to PostgreSQL since: rows by the transaction that made their present version, which no client can gloss over,
/// and bytes of the write-ahead log; and what tables take on the disk.
/// </summary>
internal sealed class WriteCounter
{
    private readonly NpgsqlConnection _connection;
    private readonly long _transaction;
    private readonly long _log;

    private WriteCounter(NpgsqlConnection connection, long transaction, long log)
    {
        _connection = connection;
        _transaction = transaction;
        _log = log;
    }

    public static async Task<WriteCounter> StartAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => new(
        connection,
        await ReadAsync(connection, "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint", cancellationToken),
        await ReadLogAsync(connection, cancellationToken));

    /// <summary>The bytes of log so far.</summary>
    public async Task<long> CountLogAsync(CancellationToken cancellationToken) => await ReadLogAsync(_connection, cancellationToken) - _log;

    /// <summary>The bytes of all tables of such names, with their indexes and whatever else the server keeps for them.</summary>
    /// <param name="names">The names, as a pattern of LIKE.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<long> CountBytesAsync(string names, CancellationToken cancellationToken) => ReadAsync(
        _connection,
        $"""
        SELECT COALESCE(sum(pg_total_relation_size(oid)), 0)::bigint
        FROM pg_class
        WHERE relkind IN ('r', 'p', 'm') AND relnamespace = 'public'::regnamespace AND relname LIKE '{names}'
        """,
        cancellationToken);

    /// <summary>The table that has the SDK's rows: <c>performance_records</c>, or what it is a view of.</summary>
    public async Task<string> FindRecordsAsync(CancellationToken cancellationToken) =>
        await ReadAsync(
            _connection,
            "SELECT count(*) FROM pg_class WHERE oid = 'performance_records'::regclass AND relkind IN ('r', 'p')",
            cancellationToken) > 0
            ? TableCheck.Records
            : FactsRow.Table;

    /// <summary>A table's rows whose present version was written since.</summary>
    public Task<long> CountRowsAsync(string table, CancellationToken cancellationToken) =>
        ReadAsync(_connection, $"SELECT count(*) FROM {table} WHERE xmin::text::bigint >= {_transaction}", cancellationToken);

    private static Task<long> ReadLogAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ReadAsync(connection, "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint", cancellationToken);

    private static async Task<long> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A number of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
