using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Comparison;

public sealed class SqliteComparisonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ppcads-").FullName;

    [Fact]
    public async Task A_hundred_sequences_of_loads_leave_the_same_as_with_the_package_for_SQLite_and_in_memory()
    {
        // A connection that stays open keeps the log from being copied into the file whenever another is closed.
        await using SqliteConnection one = await OpenAsync("relational");
        await using SqliteConnection other = await OpenAsync("fast");
        await using ComparedStore relational = await ComparedStore.StartAsync(
            builder => builder.UseEntityFrameworkCore(options => options.UseSqlite(Connection("relational"))),
            services => services.GetRequiredService<RelationalPpcAdsDatabase>().EnsureReadyAsync());
        await using ComparedStore fast = await ComparedStore.StartAsync(
            builder => builder.UseSqlite(Connection("fast")),
            services => services.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync());
        await using ComparedStore memory = await ComparedStore.StartAsync(builder => builder.UseInMemory());

        await LoadComparison.RunAsync(relational, fast, memory, Enumerable.Range(1, 100));
    }

    private async Task<SqliteConnection> OpenAsync(string name)
    {
        var connection = new SqliteConnection(Connection(name));
        await connection.OpenAsync();
        return connection;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Connection(string name) => $"Data Source={Path.Combine(_folder, name)}.db;Pooling=False";
}
