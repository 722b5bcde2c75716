using System.Data.Common;
using Microsoft.Data.Sqlite;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite.Loading;

/// <summary>Inserts into the temporary table, which only this connection sees: no lock on the database is taken.</summary>
/// <param name="connection">The session's connection.</param>
/// <param name="outer">The transaction that it is in, if any.</param>
/// <param name="table">The table.</param>
internal sealed class StagingWriter(SqliteConnection connection, DbTransaction? outer, StagingTable table) : IRowWriter
{
    private readonly RowInsert _insert = new(
        connection,
        $"temp.{table.Name}",
        table,
        [("copies", "1")],
        string.Join(", ", StagingTable.KeyColumns),
        ", copies = copies + 1");
    private SqliteTransaction? _transaction;

    public ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken)
    {
        // One for the whole file: outside of one, each row would be a commit.
        _transaction ??= outer is null ? connection.BeginTransaction(deferred: true) : null;
        _insert.Add(row);
        return ValueTask.CompletedTask;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_transaction is { } transaction)
        {
            _transaction = null;
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _insert.Dispose();
        if (_transaction is { } transaction)
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }
}
