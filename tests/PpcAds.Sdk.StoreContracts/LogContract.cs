using PpcAds.Sdk.Etl;
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

    [SkippableFact]
    public async Task An_issue_that_the_day_already_has_is_counted_up()
    {
        DateTimeOffset morning = new(2026, 3, 15, 6, 0, 0, TimeSpan.Zero);
        await Store.Log.AddIssuesAsync([Issue("same", morning), Issue("same", morning) with { ProfileId = null }, Issue("same", morning) with { ReportId = "r" }]);

        await Store.Log.AddIssuesAsync([Issue("same", morning.AddHours(3)), Issue("same", morning.AddHours(4)) with { Count = 5 }, Issue("other", morning.AddHours(4))]);
        await Store.Log.AddIssuesAsync([Issue("same", morning.AddHours(18))]);

        IReadOnlyList<SyncIssue> issues = await Store.Log.ListIssuesAsync(Account);
        issues.Select(issue => (issue.Details, issue.ProfileId is null, issue.ReportId, issue.Count, issue.At)).Should().BeEquivalentTo([
            ("same", false, null, 1L, morning.AddHours(18)),
            ("same", false, null, 7L, morning.AddHours(4)),
            ("other", false, null, 1L, morning.AddHours(4)),
            ("same", true, null, 1L, morning),
            ("same", false, (string?)"r", 1L, morning),
        ]);
    }

    [SkippableFact]
    public async Task Texts_that_no_database_holds_are_kept_without_what_it_cannot()
    {
        await Store.Log.AddIssuesAsync([Issue("half \ud83d and \0", Now)]);

        (await Store.Log.ListIssuesAsync(Account)).Single().Details.Should().Be("half \ufffd and \ufffd");
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
