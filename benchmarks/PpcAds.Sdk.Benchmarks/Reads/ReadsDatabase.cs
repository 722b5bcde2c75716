using System.Data.Common;

namespace PpcAds.Sdk.Benchmarks.Reads;

/// <summary>A database with the same rows twice: as the SDK stores them, and as wide rows under the same name.</summary>
internal abstract class ReadsDatabase : IAsyncDisposable
{
    /// <summary>The word by which the cookbook marks queries for this database alone.</summary>
    public abstract string Name { get; }

    public abstract ReadsSql Sql { get; }

    /// <summary>Connects to the SDK's rows or to the wide ones: queries are the same for both.</summary>
    public abstract Task<DbConnection> OpenAsync(bool isWide, CancellationToken cancellationToken);

    /// <summary>Uses the SDK's rows.</summary>
    public abstract void Use(IPpcAdsBuilder builder);

    /// <summary>Makes the tables, the rows and the statistics.</summary>
    public abstract Task FillAsync(ReadsWorld world, CancellationToken cancellationToken);

    /// <summary>Bytes of the rows.</summary>
    public abstract Task<long> CountBytesAsync(bool isWide, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    protected static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 1800;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes the views as they were over the wide row, for which no better ones are possible.</summary>
    protected async Task CreateWideViewsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using Stream stream = typeof(ReadsDatabase).Assembly.GetManifestResourceStream($"wide-views.{Name}.sql")!;
        using var reader = new StreamReader(stream);
        await RunAsync(connection, await reader.ReadToEndAsync(cancellationToken), cancellationToken);
    }
}
