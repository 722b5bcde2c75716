using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.EntityFrameworkCore.PostgreSql;
using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>PostgreSQL breaks a load: the job says why, what was stored stays, others go on, and the next run finishes.</summary>
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlLoadFailureTests(PostgreSqlCluster cluster)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(40);

    [SkippableFact]
    public async Task A_connection_that_the_server_ends_within_the_commit_is_opened_again_in_the_same_run()
    {
        await using FailureWorld world = await StartAsync();
        await world.LoadAndAskAgainADayLaterAsync();
        await world.Database.ExecuteAsync(
            "CREATE SEQUENCE ends; " + Trigger("ends_it", "sp.campaign", "IF nextval('ends') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;"));

        IngestionResult result = await world.Worker.CompleteAsync();

        result.Succeeded.Should().BeTrue();
        world.Worker.Sink.Failures.Should().ContainSingle("the first commit was broken");
        world.Simulator.Requests.Count("reports.download").Should().Be(6, "the second try read the spooled file");
        await world.ShouldEqualTruthAsync();
    }

    [SkippableFact]
    public async Task Connections_that_the_server_ends_at_every_commit_put_the_job_off_and_the_next_run_finishes()
    {
        await using FailureWorld world = await StartAsync();
        await BreakAndMendAsync(
            world,
            Trigger("ends_it", "sp.campaign", "PERFORM pg_terminate_backend(pg_backend_pid());"),
            "DROP TRIGGER ends_it ON performance_facts",
            "The database ended the connection: *");
    }

    [SkippableFact]
    public async Task Idle_connections_that_the_server_ends_are_opened_again()
    {
        await using FailureWorld world = await StartAsync();
        await world.LoadAndAskAgainADayLaterAsync();
        world.Worker.Sink.BeforeCommit = async _ => await world.Database.ExecuteAsync(
            "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() AND state = 'idle' "
            + "AND query NOT LIKE '%ppc_staging%'");

        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();

        await world.ShouldEqualTruthAsync();
    }

    [SkippableFact]
    public async Task A_row_that_a_constraint_refuses_puts_the_job_off_and_the_next_run_finishes()
    {
        await using FailureWorld world = await StartAsync();
        await BreakAndMendAsync(
            world,
            """
            DO $$ BEGIN
              EXECUTE format(
                'ALTER TABLE performance_facts ADD CONSTRAINT none_of_these CHECK (scope_id NOT IN (%s)) NOT VALID',
                (SELECT string_agg(scope_id::text, ',') FROM performance_scopes WHERE dataset = 'sp.campaign'));
            END $$
            """,
            "ALTER TABLE performance_facts DROP CONSTRAINT none_of_these",
            "The database refused a row by a constraint: *none_of_these*");
    }

    [SkippableFact]
    public async Task A_full_disk_puts_the_job_off_and_once_there_is_space_the_next_run_finishes()
    {
        await using FailureWorld world = await StartAsync();
        await BreakAndMendAsync(
            world,
            "CREATE TABLE full_table (x int); " + Trigger("fills", "sp.campaign", "INSERT INTO full_table VALUES (1);"),
            "TRUNCATE full_table",
            "The database has no space left: *",
            () => cluster.FillUpAsync(world.Database.ConnectionString, "full_table"));
    }

    [SkippableFact]
    public async Task A_host_context_that_retries_syncs_as_any_other_and_outlives_an_ended_connection()
    {
        FailureDatabase database = await PostgreSqlFailureDatabase.CreateEmptyAsync(cluster);
        await using FailureWorld world = await FailureWorld.StartAsync(
            database,
            builder =>
            {
                builder.Services.AddDbContext<PostgreSqlPpcAdsDbContext>(options => options.UseNpgsql(
                    database.ConnectionString, npgsql => npgsql.EnableRetryOnFailure()));
                builder.UsePostgreSql<PostgreSqlPpcAdsDbContext>();
            },
            async worker =>
            {
                await using (AsyncServiceScope scope = worker.Services.CreateAsyncScope())
                {
                    await scope.ServiceProvider.GetRequiredService<PostgreSqlPpcAdsDbContext>().Database.MigrateAsync();
                }

                await worker.PrepareAsync();
            });
        await world.LoadAndAskAgainADayLaterAsync();
        await database.ExecuteAsync(
            "CREATE SEQUENCE ends; " + Trigger("ends_it", "sp.campaign", "IF nextval('ends') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;"));

        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();

        world.Worker.Sink.Failures.Should().ContainSingle();
        await world.ShouldEqualTruthAsync();
    }

    private static string Trigger(string name, string dataset, string body) =>
        $"""
        CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT 1 FROM performance_scopes s WHERE s.scope_id = NEW.scope_id AND s.dataset = '{dataset}') THEN
            {body}
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER {name} BEFORE INSERT OR UPDATE ON performance_facts FOR EACH ROW EXECUTE FUNCTION {name}()
        """;

    /// <summary>Breaks the loads of one dataset, looks at what is left, takes the cause away and goes on.</summary>
    private static async Task BreakAndMendAsync(FailureWorld world, string breaks, string mends, string reason, Func<Task>? afterBreak = null)
    {
        await world.LoadAndAskAgainADayLaterAsync();
        IReadOnlyList<string> before = await world.Database.DumpAsync();
        await world.Database.ExecuteAsync(breaks);
        await (afterBreak?.Invoke() ?? Task.CompletedTask);

        // Amazon makes them within minutes; then comes the failure, and the wait of a minute after it is too long for this call.
        world.Time.Advance(TimeSpan.FromMinutes(10));
        await world.Worker.CompleteAsync(Short);

        ReportJob job = (await world.Worker.Jobs.ListOpenAsync()).Should().ContainSingle("the jobs of other datasets were not held up").Subject;
        job.Should().BeEquivalentTo(new { Dataset = "sp.campaign", State = ReportJobState.Loading, Failures = 1, Attempts = 0 });
        job.Error.Should().Match(reason).And.EndWith(".").And.NotContain("Password").And.NotContain("\n");
        job.DueAt.Should().BeAfter(world.Time.GetUtcNow()).And.BeOnOrBefore(world.Time.GetUtcNow().AddMinutes(1));
        Campaigns(await world.Database.DumpAsync()).Should().Equal(Campaigns(before), "nothing of a failed load is left");

        await world.Database.ExecuteAsync(mends);
        int asked = world.Simulator.Requests.Count("reports.create");
        (await world.Worker.CompleteAsync()).Succeeded.Should().BeTrue();

        world.Simulator.Requests.Count("reports.create").Should().Be(asked, "the report that Amazon made is loaded");
        (await world.Worker.Jobs.FindAsync(job.JobId)).Should().BeEquivalentTo(new { State = ReportJobState.Loaded, Error = (string?)null });
        await world.ShouldEqualTruthAsync();

        static IEnumerable<string> Campaigns(IEnumerable<string> dump) => dump.Where(
            line => line.Contains("|sp.campaign|", StringComparison.Ordinal) || line.StartsWith("campaign|", StringComparison.Ordinal));
    }

    private async Task<FailureWorld> StartAsync() => await FailureWorld.StartAsync(await PostgreSqlFailureDatabase.CreateAsync(cluster));
}
