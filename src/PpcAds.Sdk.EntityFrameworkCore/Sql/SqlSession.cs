using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>
/// A connection with its transaction, and short ways to run statements on it. Outside the host's retrying strategy.
/// </summary>
internal sealed class SqlSession(DbConnection connection, PpcAdsSqlDialect dialect)
{
    public DbConnection Connection { get; } = connection;

    public PpcAdsSqlDialect Dialect { get; } = dialect;

    public DbTransaction? Transaction { get; private set; }

    /// <summary>How long a statement may take, in seconds; <see langword="null"/> for what the connection says.</summary>
    public int? Timeout { get; set; }

    /// <summary>A session on a context's connection, which closes with the context.</summary>
    public static async Task<SqlSession> OpenAsync(
        DbContext context, PpcAdsSqlDialect dialect, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        DbConnection connection = context.Database.GetDbConnection();
        await dialect.PrepareAsync(connection, cancellationToken).ConfigureAwait(false);
        return new SqlSession(connection, dialect);
    }

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        LostConnectionException.ThrowIfLost(Connection);
        Transaction = await Dialect.BeginWriteAsync(Connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins a transaction in which all queries see one state of the database.</summary>
    public async Task BeginReadAsync(CancellationToken cancellationToken)
    {
        LostConnectionException.ThrowIfLost(Connection);
        Transaction = await Dialect.BeginReadAsync(Connection, cancellationToken).ConfigureAwait(false);
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);
        await Transaction.DisposeAsync().ConfigureAwait(false);
        Transaction = null;
    }

    public async Task RollbackAsync()
    {
        if (Transaction is { } transaction)
        {
            Transaction = null;

            // Rolls back, even on a broken connection.
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        LostConnectionException.ThrowIfLost(Connection);
        DbCommand command = Connection.CreateCommand();
        command.Transaction = Transaction;
        if (Timeout is { } seconds)
        {
            command.CommandTimeout = seconds;
        }

#pragma warning disable CA2100 // Made of our own names; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object? value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static async Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static async Task<List<T>> QueryAsync<T>(
        DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await ForEachAsync(command, reader => rows.Add(read(reader)), cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Reads rows one after another, whatever their number.</summary>
    public static async Task ForEachAsync(
        DbCommand command, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        await using (command.ConfigureAwait(false))
        {
            DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    read(reader);
                }
            }
        }
    }

    public static async Task<T?> FirstAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> rows = await QueryAsync(command, read, cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? default : rows[0];
    }

    /// <summary>The one number that a query gives.</summary>
    public async Task<long> CountAsync(string sql, CancellationToken cancellationToken) =>
        (await QueryAsync(Command(sql), reader => ReadCount(reader, 0), cancellationToken).ConfigureAwait(false))[0];

    /// <summary>A whole number of whatever type: sums of 64 bits are wider in some databases.</summary>
    public static long ReadCount(DbDataReader reader, int ordinal) =>
        Convert.ToInt64(reader.GetValue(ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
