using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>What a killed or endless migration leaves in EF Core's lock table.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.db");

    private string ConnectionString => $"Data Source={_file};Pooling=False";

    public void Dispose()
    {
        File.Delete(_file);
        File.Delete(_file + "-wal");
        File.Delete(_file + "-shm");
    }

    [Fact]
    public async Task A_lock_that_is_taken_anew_again_and_again_ends_the_start_in_time_with_the_remedy()
    {
        await ExecuteAsync(
            "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); "
            + "INSERT INTO \"__EFMigrationsLock\" VALUES (1, datetime('now', '+1 hour'))");
        await using ServiceProvider provider = Build();
        var database = provider.GetRequiredService<PpcAdsDatabase>();
        database.LongestLockWait = TimeSpan.FromMilliseconds(600);

        Func<Task> start = () => database.EnsureReadyAsync().WaitAsync(TimeSpan.FromSeconds(30));

        (await start.Should().ThrowAsync<PpcAdsStorageException>()).WithMessage("*locked by another session for 0.6 seconds*delete the row of the table __EFMigrationsLock*");
        await ExecuteAsync("DELETE FROM \"__EFMigrationsLock\"");
        await database.EnsureReadyAsync();
    }

    [Fact]
    public async Task A_database_of_an_earlier_build_is_refused_with_the_remedy()
    {
        await using (ServiceProvider provider = Build())
        {
            await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        }

        await ExecuteAsync("UPDATE ppc_migrations_history SET \"MigrationId\" = '20251201000000_InitialCreate'");
        await using ServiceProvider next = Build();

        Func<Task> start = () => next.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*another build*'20251201000000_InitialCreate'*new database*");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddScannedPpcAds().UseSqlite(ConnectionString);
        return services.BuildServiceProvider();
    }
}
