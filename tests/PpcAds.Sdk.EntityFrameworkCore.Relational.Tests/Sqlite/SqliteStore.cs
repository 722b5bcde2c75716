using Microsoft.EntityFrameworkCore;
using PpcAds.Sdk.StoreContracts;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Sqlite;

/// <summary>Stores over copies of one SQLite file.</summary>
internal static class SqliteStore
{
    private static readonly Lazy<Task<byte[]>> Template = new(CreateAsync);

    public static async Task<StoreUnderTest> StartAsync()
    {
        string file = NewFile();
        await File.WriteAllBytesAsync(file, await Template.Value);
        return new RelationalStoreUnderTest(Provider(file), () => Delete(file));
    }

    private static async Task<byte[]> CreateAsync()
    {
        string file = NewFile();
        await RelationalStoreUnderTest.CreateTablesAsync(Provider(file));
        byte[] template = await File.ReadAllBytesAsync(file);
        Delete(file);
        return template;
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.db");

    private static Action<DbContextOptionsBuilder> Provider(string file) =>
        options => options.UseSqlite($"Data Source={file};Pooling=False");

    private static void Delete(string file)
    {
        foreach (string part in new[] { file, file + "-wal", file + "-shm" })
        {
            File.Delete(part);
        }
    }
}
