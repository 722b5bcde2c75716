using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Runs and issues.</summary>
public abstract class LogContract : StoreContract
{
    private DateTimeOffset Now => Store.Time.GetUtcNow();

    [SkippableFact]
    public async Task A_run_is_noted_when_it_begins_and_when_it_ends()
    {
        SyncRun run = await Store.Log.BeginRunAsync(new SyncRun { Kind = "sync account", AccountId = Account, StartedAt = Now });
        (await Store.Log.ListRunsAsync()).Single().FinishedAt.Should().BeNull();

        SyncRun ended = run with { FinishedAt = Now.AddMinutes(1), Done = 3, Skipped = 2, Failed = 1 };
        await Store.Log.EndRunAsync(ended);

        (await Store.Log.ListRunsAsync()).Should().Equal(ended);
    }

    [SkippableFact]
    public async Task Issues_come_newest_first_and_by_profile()
    {
        await Store.Log.AddIssuesAsync([Issue("old", Now.AddHours(-1)), Issue("new", Now), Issue("other", Now) with { ProfileId = new ProfileId(5) }]);

        (await Store.Log.ListIssuesAsync(Account, new ProfileId(1_001))).Select(issue => issue.Details).Should().Equal("new", "old");
        (await Store.Log.ListIssuesAsync(Account)).Should().HaveCount(3);
        (await Store.Log.ListIssuesAsync(Account, null, 1)).Should().HaveCount(1);
        (await Store.Log.ListIssuesAsync(new AccountId(987_654))).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task What_is_old_is_pruned()
    {
        await Store.Log.BeginRunAsync(new SyncRun { Kind = "sync account", StartedAt = Now.AddDays(-100) });
        await Store.Log.AddIssuesAsync([Issue("old", Now.AddDays(-100)), Issue("new", Now)]);

        (await Store.Log.PruneAsync(Now.AddDays(-90))).Should().Be(2);

        (await Store.Log.ListIssuesAsync(Account)).Single().Details.Should().Be("new");
        (await Store.Log.ListRunsAsync()).Should().BeEmpty();
    }

    private SyncIssue Issue(string details, DateTimeOffset at) => new()
    {
        AccountId = Account,
        ProfileId = new ProfileId(1_001),
        Step = "keywords",
        Reason = "failed",
        Details = details,
        At = at,
    };
}
