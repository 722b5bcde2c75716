namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>A database that outlives the processes that use it.</summary>
public abstract class SecretDatabase : IAsyncDisposable
{
    /// <summary>Stores data there.</summary>
    public abstract void Use(IPpcAdsBuilder builder);

    /// <summary>Everything that is written there, as somebody who stole it would have it.</summary>
    public abstract Task<byte[]> DumpAsync();

    public abstract Task ExecuteAsync(string sql);

    public abstract ValueTask DisposeAsync();
}
