using Npgsql;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

/// <summary>A session in a transaction that does nothing by itself, as that of a frozen process.</summary>
internal sealed class StoppedSession : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private StoppedSession(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    public static async Task<StoppedSession> BeginAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return new StoppedSession(connection, await connection.BeginTransactionAsync());
    }

    public async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Fails if somebody ended the session.</summary>
    public Task CommitAsync() => _transaction.CommitAsync();

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
