using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore;

namespace PpcAds.Sdk.Testing;

/// <summary>
/// New databases with all tables: copies of one that was migrated once, since a migration takes longer than most tests. The file is
/// compiled into each project that has the packages of both databases.
/// </summary>
internal static class MigratedDatabases
{
    private static readonly Lazy<Task<byte[]>> SqliteFile = new(MigrateFileAsync);

    /// <summary>A connection string to a new database of the cluster.</summary>
    public static Task<string> CreateAsync(PostgreSqlCluster cluster) =>
        cluster.CopyDatabaseAsync(connectionString => MigrateAsync(builder => builder.UsePostgreSql(connectionString)));

    /// <summary>The path of a new SQLite file among the system's temporary files.</summary>
    public static async Task<string> CreateFileAsync()
    {
        string file = NewFile();
        await File.WriteAllBytesAsync(file, await SqliteFile.Value);
        return file;
    }

    private static async Task<byte[]> MigrateFileAsync()
    {
        string file = NewFile();
        await MigrateAsync(builder => builder.UseSqlite($"Data Source={file};Pooling=False"));
        byte[] migrated = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return migrated;
    }

    private static async Task MigrateAsync(Action<IPpcAdsBuilder> use)
    {
        var services = new ServiceCollection();
        use(services.AddScannedPpcAds());
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.db");
}
