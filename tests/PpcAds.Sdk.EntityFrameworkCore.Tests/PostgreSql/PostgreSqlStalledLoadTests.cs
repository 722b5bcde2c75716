using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Sql;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

/// <summary>A worker stops in its load, as a frozen process does, and another takes the job over.</summary>
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlStalledLoadTests(PostgreSqlCluster cluster) : LoadContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private PostgreSqlStoreUnderTest Server => (PostgreSqlStoreUnderTest)Store;

    [SkippableFact]
    public async Task Who_takes_a_job_over_does_not_wait_for_the_session_of_a_worker_that_stopped_in_its_load()
    {
        LoadScope first = Scope() with { Fence = (await PlanAndClaimAsync(Day)).Fence };
        await using ILoadSession stopped = await BeginAsync(first, Rows.None.Campaign(Day, 1, 2m));
        await using StoppedSession elsewhere = await StopAsync(JobKey(first.Fence!, "ppc_leases"));
        await Store.PassLeaseTimeAsync(Lease * 2);
        LoadScope second = Scope() with { Fence = (await ClaimAsync()).Fence };

        (await LoadAsync(Rows.None.Campaign(Day, 1, 3m), second)).Inserted.Should().Be(1);

        (await FluentActions.Awaiting(() => stopped.CommitAsync()).Should().ThrowAsync<Exception>())
            .Which.Should().BeAssignableTo<NpgsqlException>("its session was ended");
        (await RecordsAsync()).Should().ContainSingle().Which.Metrics[PerformanceMetric.Cost].Should().Be(3m);
        await elsewhere.CommitAsync();
    }

    [SkippableFact]
    public async Task A_job_whose_worker_stopped_within_its_commit_can_be_taken_over_and_one_whose_commit_goes_on_cannot()
    {
        ReportJob stopped = await PlanAndClaimAsync(Day);
        ReportJob busy = await PlanAndClaimAsync(Day.AddDays(1));
        await Store.PassLeaseTimeAsync(Lease * 2);
        await using StoppedSession silent = await StopAsync(JobKey(stopped.Fence), stopped);
        await using StoppedSession working = await StopAsync(JobKey(busy.Fence), busy);
        await using HeldLock stop = await Server.HoldAsync("42");
        Task statement = working.ExecuteAsync("SELECT pg_advisory_xact_lock_shared(42)");

        // Half a minute is the longest: a session counts as stopped after five seconds.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        ReportJob? taken;
        while ((taken = await Store.Jobs.ClaimAsync("two", Lease, Generated)) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }

        taken.JobId.Should().Be(stopped.JobId);
        (await Store.Jobs.ClaimAsync("three", Lease, Generated)).Should().BeNull("the other commit is under way");
        await stop.ReleaseAsync();
        await statement;
        await working.CommitAsync();
    }

    [SkippableFact]
    public async Task The_session_of_another_database_user_is_left_alone_and_the_load_is_put_off()
    {
        string stranger = $"stranger_{Guid.NewGuid():N}";
        await Server.ExecuteAsync($"CREATE ROLE {stranger} LOGIN");
        ReportJob first = await PlanAndClaimAsync(Day);
        await using StoppedSession other = await StoppedSession.BeginAsync(Server.ConnectionStringOf(stranger));
        await other.ExecuteAsync($"SELECT pg_advisory_xact_lock_shared({JobKey(first.Fence)})");
        await other.ExecuteAsync($"SELECT pg_advisory_xact_lock(hashtextextended('ppcads.load.{Account}.{Profile}.sp.campaign', 0))");
        await Store.PassLeaseTimeAsync(Lease * 2);
        LoadScope second = Scope() with { Fence = (await ClaimAsync()).Fence };

        Func<Task> load = () => LoadAsync(Rows.None.Campaign(Day, 1, 3m), second);

        await load.Should().ThrowAsync<LoadLockedException>();
        await other.CommitAsync();
    }

    [SkippableFact]
    public async Task A_session_that_is_ended_while_it_rolls_back_says_at_the_next_statement_that_its_connection_was_lost()
    {
        await using var connection = new NpgsqlConnection(Server.ConnectionStringOf("ppcads"));
        await connection.OpenAsync();
        var session = new SqlSession(connection, Server.Services.GetRequiredService<PpcAdsSqlDialect>());
        await session.BeginAsync(CancellationToken.None);
        await Server.ExecuteAsync($"SELECT pg_terminate_backend({connection.ProcessID}, 10000)");

        await session.RollbackAsync();

        FluentActions.Invoking(() => session.Command("SELECT 1")).Should().Throw<DbException>().Which.IsTransient.Should().BeTrue();
        (await FluentActions.Awaiting(() => session.BeginAsync(CancellationToken.None)).Should().ThrowAsync<DbException>())
            .Which.IsTransient.Should().BeTrue();
    }

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);

    private static string JobKey(LoadFence fence, string table = "ppc_report_jobs") =>
        $"hashtextextended(format('ppcads.job.%s.%s.%s', '{table}'::regclass::oid, {fence.JobId}, {fence.LeaseEpoch}), 0)";

    private async Task<ReportJob> PlanAndClaimAsync(DateOnly start)
    {
        var planned = new PlannedReport
        {
            AccountId = Account,
            ProfileId = Profile,
            Dataset = "sp.campaign",
            StartDate = start,
            EndDate = start.AddDays(1),
            Reason = PlanReason.Missing,
        };
        await Store.Jobs.AddAsync([planned], Generated);
        return await ClaimAsync();
    }

    private async Task<ReportJob> ClaimAsync() => (await Store.Jobs.ClaimAsync("one", Lease, Generated))!;

    private async Task<ILoadSession> BeginAsync(LoadScope scope, Rows rows)
    {
        ILoadSession session = await Store.Sink.BeginReplaceAsync(scope, new LoadId("stopped"));
        await foreach (ReportBatch batch in rows.ReadAsync(scope.Dataset))
        {
            await session.WriteAsync(batch);
        }

        return session;
    }

    /// <summary>A session with a lock, and the row of a job if one is given, that stands between two statements.</summary>
    private async Task<StoppedSession> StopAsync(string key, ReportJob? job = null)
    {
        StoppedSession session = await StoppedSession.BeginAsync(Server.ConnectionStringOf("ppcads"));
        await session.ExecuteAsync($"SELECT pg_advisory_xact_lock_shared({key})");
        if (job is not null)
        {
            await session.ExecuteAsync($"UPDATE ppc_report_jobs SET lease_epoch = lease_epoch WHERE job_id = {job.JobId}");
        }

        return session;
    }
}
