using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>What a load inserts, changes and leaves alone.</summary>
public abstract class ReplaceContract : LoadContract
{
    [SkippableFact]
    public async Task New_and_changed_rows_have_the_instant_of_their_load()
    {
        DateTimeOffset first = Store.Time.GetUtcNow();
        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2));
        Store.Time.Advance(TimeSpan.FromHours(1));

        await LoadAsync(Rows.None.Campaign(Day, 1).Campaign(Day, 2, 2m).Campaign(Day, 3), Scope(generatedAt: Generated.AddHours(1)));

        (await RecordsAsync()).Select(record => record.ChangedAt).Should().Equal(first, first.AddHours(1), first.AddHours(1));
    }

    [SkippableFact]
    public async Task Rows_that_were_added_up_left_out_or_rounded_are_told_once_with_their_number()
    {
        await LoadAsync(
            Rows.None.Campaign(Day, 1).Campaign(Day, 1).Campaign(Day, 1).Campaign(Day.AddDays(9), 1)
                .Raw("""{"date":"2026-03-01","campaignId":2,"cost":0.1234565}"""),
            Scope(start: Day, end: Day));

        (await IssuesAsync()).Select(issue => (issue.Reason, issue.Count)).Should().BeEquivalentTo(
            [("duplicate rows", 2L), ("outside the scope", 1L), ("amounts rounded", 1L)]);
    }

    [SkippableFact]
    public async Task A_lost_lease_commits_nothing()
    {
        ReportJob job = (await Store.Jobs.AddAsync([Planned()], Store.Time.GetUtcNow())).Single();
        ReportJob held = (await Store.Jobs.ClaimAsync("one", TimeSpan.FromSeconds(1), Store.Time.GetUtcNow()))!;
        await Store.PassLeaseTimeAsync(TimeSpan.FromSeconds(2));
        await Store.Jobs.ClaimAsync("two", TimeSpan.FromMinutes(1), Store.Time.GetUtcNow());

        Func<Task> commit = () => LoadAsync(Rows.None.Campaign(Day, 1), Scope() with { Fence = held.Fence });

        await commit.Should().ThrowAsync<LeaseLostException>();
        (await RecordsAsync()).Should().BeEmpty();
        (await DaysAsync()).Should().BeEmpty();
        (await Store.Jobs.FindAsync(job.JobId))!.State.Should().Be(ReportJobState.Planned);
    }

    [SkippableFact]
    public async Task A_commit_marks_its_job_as_loaded()
    {
        await Store.Jobs.AddAsync([Planned()], Store.Time.GetUtcNow());
        ReportJob held = (await Store.Jobs.ClaimAsync("one", TimeSpan.FromMinutes(1), Store.Time.GetUtcNow()))!;

        await LoadAsync(Rows.None.Campaign(Day, 1), Scope() with { Fence = held.Fence });

        (await Store.Jobs.FindAsync(held.JobId))!.State.Should().Be(ReportJobState.Loaded);
    }

    private PlannedReport Planned() => new()
    {
        AccountId = Account,
        ProfileId = Profile,
        Dataset = "sp.campaign",
        StartDate = Day,
        EndDate = Day,
        Reason = PlanReason.Missing,
    };
}
