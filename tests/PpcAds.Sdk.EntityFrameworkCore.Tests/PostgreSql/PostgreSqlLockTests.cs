using System.Globalization;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.PostgreSql;

/// <summary>What waits for what: lists and loads of one profile, and loads of one dataset.</summary>
[Collection(PostgreSqlServer.Name)]
public sealed class PostgreSqlLockTests(PostgreSqlCluster cluster) : LoadContract
{
    /// <summary>Advisory locks that are waited for, in this database.</summary>
    private const string Waiting =
        "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
        + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private PostgreSqlStoreUnderTest Server => (PostgreSqlStoreUnderTest)Store;

    [SkippableFact]
    public async Task A_campaign_that_a_list_adds_while_a_load_sums_it_has_the_sums_of_its_rows()
    {
        // The load stops between its update of the known campaigns and its insertion of the unknown ones.
        await Server.ExecuteAsync(
            """
            CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NULL; END';
            CREATE TRIGGER stop AFTER UPDATE OF cost_total ON ppc_campaigns EXECUTE FUNCTION stop()
            """);
        await using HeldLock stop = await Server.HoldAsync("42");
        Task<LoadResult> load = LoadAsync(Rows.None.Campaign(Day, 1, 2m));
        await UntilAsync(load, waiting: 1);

        Task<LoadResult> list = ListAsync(1);
        await UntilAsync(list, waiting: 2);
        await stop.ReleaseAsync();
        await Task.WhenAll(load, list);

        (await CampaignAsync(1))!.Total.Cost.Should().Be(2m);
    }

    [SkippableFact]
    public async Task A_page_waits_while_another_session_has_the_profiles_entities()
    {
        await using HeldLock other = await Server.HoldAsync(Key($"ppcads.entities.{Account}.{Profile}"));

        Task<LoadResult> list = ListAsync(1);
        await UntilAsync(list, waiting: 1);
        list.IsCompleted.Should().BeFalse();
        await other.ReleaseAsync();

        (await list).Inserted.Should().Be(1);
    }

    [SkippableFact]
    public async Task Lists_beside_loads_that_sum_the_same_campaigns_neither_deadlock_nor_make_sums_drift()
    {
        for (int round = 0; round < 8; round++)
        {
            long[] campaigns = [.. Enumerable.Range(1 + (round * 40), 200).Select(id => (long)id)];
            DateTimeOffset generated = Generated.AddHours(round);

            await Task.WhenAll(
                LoadAsync(Rows.None.Many(campaigns, Day, 1m + round), Scope(start: Day, generatedAt: generated)),
                ListAsync([.. campaigns.Reverse()]),
                ListAsync(campaigns));
        }

        Dictionary<long, decimal> rows = (await RecordsAsync()).GroupBy(row => row.CampaignId!.Value.Value)
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Metrics[PerformanceMetric.Cost]));
        IReadOnlyList<StoredEntity<CampaignRecord>> stored =
            (await Store.Reader.ListCampaignsAsync(new EntityQuery(Account), new PageRequest(1000))).Items;
        stored.Should().AllSatisfy(campaign =>
            campaign.Performance!.Total.Cost.Should().Be(rows.GetValueOrDefault(campaign.Entity.CampaignId.Value)));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_load_whose_lock_another_session_has_does_not_wait_for_long(bool isFirst)
    {
        if (!isFirst)
        {
            await LoadAsync(Rows.None.Campaign(Day, 1, 2m));
        }

        await using HeldLock other = await Server.HoldAsync(Key($"ppcads.load.{Account}.{Profile}.sp.campaign"));
        LoadScope scope = Scope(generatedAt: Generated.AddHours(1));

        Func<Task> load = () => LoadAsync(Rows.None.Campaign(Day, 1, 3m), scope);
        await load.Should().ThrowAsync<LoadLockedException>();

        await other.ReleaseAsync();
        await LoadAsync(Rows.None.Campaign(Day, 1, 3m), scope);
        (await CampaignAsync(1))!.Total.Cost.Should().Be(3m);
    }

    [SkippableFact]
    public async Task A_load_ends_its_locks_when_its_process_stops_between_two_statements()
    {
        await Server.ExecuteAsync(
            """
            CREATE TABLE seen (setting text);
            CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN INSERT INTO seen SELECT current_setting(''idle_in_transaction_session_timeout''); RETURN NULL; END';
            CREATE TRIGGER see AFTER INSERT OR UPDATE ON performance_facts EXECUTE FUNCTION see()
            """);

        await LoadAsync(Rows.None.Campaign(Day, 1, 2m));
        await LoadAsync(Rows.None.Campaign(Day, 1, 3m), Scope(generatedAt: Generated.AddHours(1)));

        (await Server.ExecuteAsync("SELECT COUNT(*) FROM seen")).Should().NotBe(0L);
        (await Server.ExecuteAsync("SELECT string_agg(DISTINCT setting, ' ') FROM seen")).Should().Be("1min");
    }

    [SkippableFact]
    public async Task A_first_load_of_a_dataset_without_sums_does_not_analyze_the_table_of_all_rows()
    {
        const string Analyzed = "SELECT analyze_count FROM pg_stat_user_tables WHERE relname = 'performance_facts'";
        string row = $$"""
            {"date":"{{Day:yyyy-MM-dd}}","campaignId":1,"adGroupId":2,"keywordId":3,"keywordType":"EXACT",
            "searchTerm":"mug","impressions":1,"cost":1}
            """;

        (await LoadAsync(Rows.None.Raw(row), Scope(Datasets.SpSearchTerm))).Inserted.Should().Be(1);

        (await Server.ExecuteAsync(Analyzed)).Should().Be(0L);
    }

    [SkippableFact]
    public async Task An_account_that_is_purged_while_a_load_of_it_commits_leaves_no_rows()
    {
        // The load stops within its commit, after all of its statements.
        await Server.ExecuteAsync(
            """
            CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER stop AFTER INSERT ON performance_facts DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION stop()
            """);
        await Store.Jobs.AddAsync([Plan()], Generated);
        ReportJob job = (await Store.Jobs.ClaimAsync("one", TimeSpan.FromMinutes(5), Generated))!;
        await Store.Accounts.SetStatusAsync(Account, AccountStatus.Closed);
        await using HeldLock stop = await Server.HoldAsync("42");
        Task<LoadResult> load = LoadAsync(Rows.None.Campaign(Day, 1, 2m), Scope() with { Fence = job.Fence });
        await UntilAsync(load, waiting: 1);

        Task<bool> purge = Store.Accounts.PurgeAsync(Account);
        await UntilBlockedAsync(purge);
        await stop.ReleaseAsync();

        (await load).Inserted.Should().Be(1);
        (await purge).Should().BeTrue();
        string[] tables =
            ["performance_facts", "performance_scopes", "performance_days", "ppc_campaigns", "ppc_report_jobs", "ppc_loads"];
        foreach (string table in tables)
        {
            (await Server.ExecuteAsync($"SELECT COUNT(*) FROM {table}")).Should().Be(0L, table);
        }
    }

    [SkippableFact]
    public async Task An_account_that_is_purged_while_a_page_of_it_commits_leaves_no_entities()
    {
        // The page stops within its commit, after all of its statements.
        await Server.ExecuteAsync(
            """
            CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER stop AFTER INSERT ON ppc_campaigns DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION stop()
            """);
        await Store.Accounts.SetStatusAsync(Account, AccountStatus.Closed);
        await using HeldLock stop = await Server.HoldAsync("42");
        Task<LoadResult> list = ListAsync(1);
        await UntilAsync(list, waiting: 1);

        Task<bool> purge = Store.Accounts.PurgeAsync(Account);
        await UntilBlockedAsync(purge);
        await stop.ReleaseAsync();

        (await list).Inserted.Should().Be(1);
        (await purge).Should().BeTrue();
        (await Server.ExecuteAsync("SELECT COUNT(*) FROM ppc_campaigns")).Should().Be(0L);
    }

    [SkippableFact]
    public async Task An_account_can_be_changed_while_a_page_of_it_commits()
    {
        await Server.ExecuteAsync(
            """
            CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER stop AFTER INSERT ON ppc_campaigns DEFERRABLE INITIALLY DEFERRED
              FOR EACH ROW EXECUTE FUNCTION stop()
            """);
        await using HeldLock stop = await Server.HoldAsync("42");
        Task<LoadResult> list = ListAsync(1);
        await UntilAsync(list, waiting: 1);
        using var tooLong = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);

        await Store.Accounts.SetStatusAsync(Account, AccountStatus.NeedsConsent, tooLong.Token);

        list.IsCompleted.Should().BeFalse();
        await stop.ReleaseAsync();
        (await list).Inserted.Should().Be(1);
    }

    [SkippableFact]
    public async Task Nothing_is_listed_or_planned_of_an_account_that_was_purged()
    {
        await Store.Accounts.SetStatusAsync(Account, AccountStatus.Closed);
        await Store.Accounts.PurgeAsync(Account);

        await FluentActions.Awaiting(() => ListAsync(1)).Should().ThrowAsync<LeaseLostException>();

        (await Store.Jobs.AddAsync([Plan()], Generated)).Should().BeEmpty();
        (await Server.ExecuteAsync("SELECT COUNT(*) FROM ppc_campaigns")).Should().Be(0L);
    }

    protected override Task<StoreUnderTest> CreateAsync() => PostgreSqlStoreUnderTest.StartAsync(cluster);

    private PlannedReport Plan() => new()
    {
        AccountId = Account,
        ProfileId = Profile,
        Dataset = "sp.campaign",
        StartDate = Day,
        EndDate = Day.AddDays(1),
        Reason = PlanReason.Missing,
    };

    private Task<LoadResult> ListAsync(params long[] campaigns) => Store.Sink.LoadEntitiesAsync(
        new EntityScope(Account, Profile),
        Pages([.. campaigns.Chunk(50).Select(page => page.Select(id => Campaign(id)).ToArray())]));

    private static string Key(string name) => $"hashtextextended('{name}', 0)";

    /// <summary>Until a session waits for a row that another has changed, or the work is done without.</summary>
    private async Task UntilBlockedAsync(Task work)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (!work.IsCompleted && (long)(await Server.ExecuteAsync(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'"))! == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>Until that many sessions wait for an advisory lock, or the work is done without.</summary>
    private async Task UntilAsync(Task work, long waiting)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (!work.IsCompleted && Convert.ToInt64(await Server.ExecuteAsync(Waiting), CultureInfo.InvariantCulture) < waiting)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }
}
