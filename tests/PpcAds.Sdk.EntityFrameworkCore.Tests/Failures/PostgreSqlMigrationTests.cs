using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>Migrations that are killed, held up or run side by side.</summary>
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlMigrationTests(PostgreSqlCluster cluster)
{
    [SkippableFact]
    public async Task A_migration_that_was_killed_in_the_middle_leaves_nothing_and_the_next_start_succeeds()
    {
        string connectionString = await CreateAsync();
        await using (ServiceProvider killed = Build(connectionString))
        await using (NpgsqlConnection holder = await OpenAsync(connectionString))
        {
            // Stops the migration after it has made some tables.
            await ExecuteAsync(
                holder,
                "SELECT pg_advisory_lock(9); CREATE FUNCTION waits() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN "
                + "IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE object_identity LIKE '%ppc_campaigns') THEN PERFORM pg_advisory_xact_lock(9); END IF; END $$; "
                + "CREATE EVENT TRIGGER waits ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION waits()");
            Task migration = killed.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
            const string Waiting = "FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
            while ((long)(await ExecuteAsync(holder, $"SELECT COUNT(*) {Waiting}"))! == 0)
            {
                migration.IsCompleted.Should().BeFalse("it waits in the middle");
            }

            await ExecuteAsync(holder, $"SELECT pg_terminate_backend(pid) {Waiting}");
            await ((Func<Task>)(() => migration)).Should().ThrowAsync<PpcAdsStorageException>();
            await ExecuteAsync(holder, "DROP EVENT TRIGGER waits");
        }

        await using ServiceProvider next = Build(connectionString);
        await next.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    [SkippableFact]
    public async Task A_living_session_that_holds_the_migration_lock_for_ever_is_named_with_the_remedy_in_time()
    {
        string connectionString = await CreateAsync();
        await using ServiceProvider provider = Build(connectionString);
        var database = provider.GetRequiredService<PpcAdsDatabase>();
        database.LongestLockWait.Should().BeLessThan(TimeSpan.FromSeconds(30));
        await database.EnsureReadyAsync();
        database.LongestLockWait = TimeSpan.FromMilliseconds(500);
        await using NpgsqlConnection holder = await OpenAsync(connectionString + ";Application Name=a-forgotten-psql");
        await ExecuteAsync(holder, "BEGIN; LOCK TABLE ppc_migrations_history IN ACCESS EXCLUSIVE MODE");

        Func<Task> start = () => database.EnsureReadyAsync().WaitAsync(TimeSpan.FromSeconds(30));

        (await start.Should().ThrowAsync<PpcAdsStorageException>()).WithMessage(
            $"*locked by another session for 0.5 seconds*session {holder.ProcessID} (user ppcads, application a-forgotten-psql, idle in transaction*"
            + "locks ppc_migrations_history*pg_terminate_backend*start again.");
        await ExecuteAsync(holder, "ROLLBACK");
        await database.EnsureReadyAsync();
        await ExecuteAsync(holder, "BEGIN; LOCK TABLE ppc_campaigns IN ACCESS EXCLUSIVE MODE");
        (await start.Should().ThrowAsync<PpcAdsStorageException>("a table that cannot be looked at is not missing")).WithMessage("*locks ppc_campaigns*");
    }

    [SkippableFact]
    public async Task Many_hosts_that_start_at_once_on_an_empty_database_all_start()
    {
        string connectionString = await CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using ServiceProvider provider = Build(connectionString);
            await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
        }));
    }

    [SkippableFact]
    public async Task A_database_that_is_not_there_is_made()
    {
        string connectionString = (await CreateAsync()).Replace("Database=test_", "Database=fresh_", StringComparison.Ordinal);
        await using ServiceProvider provider = Build(connectionString);

        await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();

        await using NpgsqlConnection connection = await OpenAsync(connectionString);
        (await ExecuteAsync(connection, "SELECT COUNT(*) FROM ppc_campaigns")).Should().Be(0L);
    }

    private async Task<string> CreateAsync()
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        return await cluster.CreateDatabaseAsync();
    }

    private static ServiceProvider Build(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddScannedPpcAds().UsePostgreSql(connectionString);
        return services.BuildServiceProvider();
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
