using System.Data.Common;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>A database that outlives the processes that use it.</summary>
public abstract class SecretDatabase : IAsyncDisposable
{
    /// <summary>Stores data there.</summary>
    public abstract void Use(IPpcAdsBuilder builder);

    /// <summary>Everything that is written there, as somebody who stole it would have it.</summary>
    public abstract Task<byte[]> DumpAsync();

    public async Task ExecuteAsync(string sql)
    {
        await using DbConnection connection = Connect();
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public abstract ValueTask DisposeAsync();

    protected abstract DbConnection Connect();
}
