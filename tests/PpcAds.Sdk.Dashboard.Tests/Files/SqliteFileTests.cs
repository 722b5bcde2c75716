using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Dashboard.Tests.Files;

public sealed class SqliteFileTests : FileContract, IDisposable
{
    private string _file = "";

    public void Dispose()
    {
        foreach (string file in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(file);
        }
    }

    protected override async Task<Action<IPpcAdsBuilder>> CreateAsync()
    {
        _file = await MigratedDatabases.CreateFileAsync();
        return builder => builder.UseSqlite($"Data Source={_file};Pooling=False");
    }

    protected override async Task<DbConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    protected override string Millionths(string column) => $"r.{column}_micros";
}
