using Npgsql;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

/// <summary>An advisory lock that another session has, as another process would.</summary>
internal sealed class HeldLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private HeldLock(NpgsqlConnection connection) => _connection = connection;

    public static async Task<HeldLock> TakeAsync(string connectionString, string key)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = $"SELECT pg_advisory_lock({key})";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return new HeldLock(connection);
    }

    /// <summary>The session ends, and its lock with it.</summary>
    public Task ReleaseAsync() => _connection.CloseAsync();

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
