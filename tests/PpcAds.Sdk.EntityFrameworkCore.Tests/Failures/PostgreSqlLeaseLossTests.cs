using PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlLeaseLossTests(PostgreSqlCluster cluster) : LeaseLossContract
{
    [SkippableFact]
    public async Task A_commit_that_has_checked_its_lease_keeps_others_off_even_when_the_lease_runs_out_before_it_ends()
    {
        await using FailureWorld world = await StartAsync();
        WorkerUnderTest second = world.AddWorker();
        await world.LoadAndAskAgainADayLaterAsync();
        var filter = new ReportJobFilter { Dataset = "sp.campaign" };
        await world.Database.ExecuteAsync(
            """
            CREATE FUNCTION waits() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF EXISTS (SELECT 1 FROM performance_scopes s WHERE s.scope_id = NEW.scope_id AND s.dataset = 'sp.campaign') THEN
                PERFORM pg_advisory_xact_lock_shared(7);
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER waits BEFORE INSERT OR UPDATE ON performance_facts FOR EACH ROW EXECUTE FUNCTION waits()
            """);
        world.Worker.Sink.BeforeCommit = async scope =>
        {
            if (scope.Dataset.Id == "sp.campaign")
            {
                await world.Database.ExpireLeasesAsync();
            }
        };
        world.Time.Advance(TimeSpan.FromMinutes(10));
        await using var holder = new Npgsql.NpgsqlConnection(world.Database.ConnectionString);
        await holder.OpenAsync();
        await using (Npgsql.NpgsqlCommand hold = holder.CreateCommand())
        {
            hold.CommandText = "SELECT pg_advisory_lock(7)";
            await hold.ExecuteNonQueryAsync();
        }

        Task<IngestionResult> first = world.Time.RunAsync(world.Worker.Orchestrator.PollReportsAsync());
        while (await world.Database.ExecuteAsync("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == "0")
        {
            first.IsCompleted.Should().BeFalse("the first waits within its commit");
        }

        ReportJob? claimed = await second.Jobs.ClaimAsync("second", TimeSpan.FromHours(1), world.Time.GetUtcNow(), filter).WaitAsync(TimeSpan.FromSeconds(30));
        await holder.CloseAsync();
        IngestionResult result = await first;

        claimed.Should().BeNull();
        result.Steps.Should().ContainSingle(step => step.Job!.Dataset == "sp.campaign").Which.Job!.State.Should().Be(ReportJobState.Loaded);
        world.Worker.Sink.Failures.Should().BeEmpty();
        (await second.Jobs.ClaimAsync("second", TimeSpan.FromHours(1), world.Time.GetUtcNow(), filter)).Should().BeNull("it is loaded");
        await world.Worker.CompleteAsync();
        await world.ShouldEqualTruthAsync();
    }

    private protected override Task<FailureDatabase> CreateAsync() => PostgreSqlFailureDatabase.CreateAsync(cluster);
}
