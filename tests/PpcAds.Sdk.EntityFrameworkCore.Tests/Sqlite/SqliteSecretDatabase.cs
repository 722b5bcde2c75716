using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

/// <summary>A SQLite file.</summary>
internal sealed class SqliteSecretDatabase : SecretDatabase
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.db");

    private string ConnectionString => $"Data Source={_file};Pooling=False";

    private IEnumerable<string> Files => [_file, _file + "-wal", _file + "-shm"];

    public override void Use(IPpcAdsBuilder builder) => builder.UseSqlite(ConnectionString);

    /// <summary>The file itself and its log: also what was deleted and not yet overwritten.</summary>
    public override async Task<byte[]> DumpAsync()
    {
        var dump = new MemoryStream();
        foreach (string file in Files.Where(File.Exists))
        {
            await dump.WriteAsync(await File.ReadAllBytesAsync(file));
        }

        return dump.ToArray();
    }

    public override ValueTask DisposeAsync()
    {
        foreach (string file in Files)
        {
            File.Delete(file);
        }

        return ValueTask.CompletedTask;
    }

    protected override DbConnection Connect() => new SqliteConnection(ConnectionString);
}
