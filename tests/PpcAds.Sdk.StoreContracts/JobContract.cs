using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Report jobs and their leases.</summary>
public abstract class JobContract : StoreContract
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    private DateTimeOffset Now => Store.Time.GetUtcNow();

    [SkippableFact]
    public async Task Jobs_begin_as_planned_and_due()
    {
        ReportJob job = (await Store.Jobs.AddAsync([Planned(Day)], Now)).Single();

        job.Should().BeEquivalentTo(new { State = ReportJobState.Planned, DueAt = Now, CreatedAt = Now, Dataset = "sp.campaign", Attempts = 0, LeaseEpoch = 0L });
        (await Store.Jobs.FindAsync(job.JobId)).Should().Be(job);
        (await Store.Jobs.ListOpenAsync()).Should().Equal(job);
        (await Store.Jobs.FindAsync(987_654)).Should().BeNull();
    }

    [SkippableFact]
    public async Task The_same_days_are_not_asked_twice_while_a_job_is_open()
    {
        await Store.Jobs.AddAsync([Planned(Day)], Now);

        (await Store.Jobs.AddAsync([Planned(Day), Planned(Day.AddDays(1)), Planned(Day) with { Dataset = "sp.target" }], Now)).Should().HaveCount(2);
        ReportJob job = (await Store.Jobs.ClaimAsync("me", Lease, Now))!;
        await Store.Jobs.SaveAsync(job with { State = ReportJobState.Loaded }, release: true);

        (await Store.Jobs.AddAsync([Planned(Day)], Now)).Should().HaveCount(1);
    }

    [SkippableFact]
    public async Task Jobs_of_a_time_are_read_without_those_before_and_after_it()
    {
        DateTimeOffset first = Now;
        for (int day = 0; day < 4; day++)
        {
            await Store.Jobs.AddAsync([Planned(Day.AddDays(day))], first.AddHours(day));
        }

        var filter = new ReportJobFilter
        {
            AccountId = Account,
            CreatedFrom = first.AddHours(1),
            CreatedUntil = first.AddHours(2),
        };
        ReportJob claimed = (await Store.Jobs.ClaimAsync("me", Lease, first.AddDays(1), filter))!;

        (await Store.Jobs.ListAsync(filter)).Items.Select(job => job.StartDate)
            .Should().Equal(Day.AddDays(2), Day.AddDays(1));
        (await Store.Jobs.ListOpenAsync(filter)).Select(job => job.StartDate).Should().Equal(Day.AddDays(1), Day.AddDays(2));
        claimed.StartDate.Should().Be(Day.AddDays(1));
    }

    [SkippableFact]
    public async Task A_job_is_held_by_one_worker_until_its_lease_runs_out()
    {
        await Store.Jobs.AddAsync([Planned(Day)], Now);

        ReportJob first = (await Store.Jobs.ClaimAsync("one", Lease, Now))!;
        (await Store.Jobs.ClaimAsync("two", Lease, Now)).Should().BeNull();
        await Store.PassLeaseTimeAsync(Lease * 2);
        ReportJob second = (await Store.Jobs.ClaimAsync("two", TimeSpan.FromMinutes(1), Now))!;

        second.LeaseEpoch.Should().Be(first.LeaseEpoch + 1);
        (await Store.Jobs.SaveAsync(first with { Error = "late" }, release: true)).Should().BeFalse();
        (await Store.Jobs.RenewAsync(first, Lease)).Should().BeFalse();
        (await Store.Jobs.RenewAsync(second, Lease)).Should().BeTrue();
        (await Store.Jobs.FindAsync(second.JobId))!.Error.Should().BeNull();
    }

    [SkippableFact]
    public async Task A_renewed_lease_holds_on()
    {
        await Store.Jobs.AddAsync([Planned(Day)], Now);
        ReportJob job = (await Store.Jobs.ClaimAsync("one", Lease, Now))!;

        await Store.Jobs.RenewAsync(job, TimeSpan.FromMinutes(1));
        await Store.PassLeaseTimeAsync(Lease * 2);

        (await Store.Jobs.ClaimAsync("two", Lease, Now)).Should().BeNull();
    }

    [SkippableFact]
    public async Task A_saved_job_comes_back_whole()
    {
        await Store.Jobs.AddAsync([Planned(Day)], Now);
        ReportJob job = (await Store.Jobs.ClaimAsync("one", Lease, Now))! with
        {
            State = ReportJobState.Generating,
            ReportId = "00000000-0000-4000-8000-000000000001",
            GeneratedAt = Now.AddMinutes(-1),
            RequestedAt = Now.AddMinutes(-2),
            DueAt = Now.AddMinutes(3),
            Attempts = 2,
            Failures = 1,
            Error = "it's \"odd\"",
            RemovalDigest = "abc",
        };

        (await Store.Jobs.SaveAsync(job, release: true)).Should().BeTrue();

        (await Store.Jobs.FindAsync(job.JobId)).Should().Be(job);
    }

    [SkippableFact]
    public async Task The_job_that_has_been_due_longest_comes_first_and_none_before_its_time()
    {
        await Store.Jobs.AddAsync([Planned(Day)], Now);
        ReportJob later = (await Store.Jobs.ClaimAsync("one", Lease, Now))!;
        await Store.Jobs.SaveAsync(later with { DueAt = Now.AddMinutes(1) }, release: true);
        await Store.Jobs.AddAsync([Planned(Day.AddDays(1))], Now);

        ReportJob first = (await Store.Jobs.ClaimAsync("one", TimeSpan.FromHours(1), Now))!;
        first.StartDate.Should().Be(Day.AddDays(1));
        (await Store.Jobs.ClaimAsync("one", Lease, Now)).Should().BeNull();
        (await Store.Jobs.ClaimAsync("one", Lease, Now.AddMinutes(1)))!.JobId.Should().Be(later.JobId);
    }

    [SkippableFact]
    public async Task A_due_time_further_off_than_any_wait_comes_of_a_clock_that_was_set_back_and_does_not_hold_a_job_up()
    {
        await Store.Jobs.AddAsync([Planned(Day), Planned(Day.AddDays(1))], Now);
        ReportJob wait = (await Store.Jobs.ClaimAsync("one", TimeSpan.FromHours(1), Now))!;
        await Store.Jobs.SaveAsync(wait with { DueAt = Now + ReportJob.LongestWait }, release: true);
        ReportJob wrong = (await Store.Jobs.ClaimAsync("one", TimeSpan.FromHours(1), Now))!;
        await Store.Jobs.SaveAsync(wrong with { DueAt = Now + ReportJob.LongestWait + TimeSpan.FromMilliseconds(1) }, release: true);

        (await Store.Jobs.ClaimAsync("one", TimeSpan.FromHours(1), Now))!.JobId.Should().Be(wrong.JobId);
        (await Store.Jobs.ClaimAsync("one", TimeSpan.FromHours(1), Now)).Should().BeNull("the other one waits as long as was meant");
        (await Store.Jobs.ClaimAsync("one", TimeSpan.FromHours(1), Now.AddDays(-1)))!.JobId.Should().Be(wait.JobId);
    }

    [SkippableFact]
    public async Task Final_jobs_are_neither_listed_nor_claimed_and_are_pruned_when_old()
    {
        await Store.Jobs.AddAsync([Planned(Day)], Now);
        ReportJob job = (await Store.Jobs.ClaimAsync("one", Lease, Now))!;
        await Store.Jobs.SaveAsync(job with { State = ReportJobState.Abandoned, Error = "why" }, release: true);

        (await Store.Jobs.ListOpenAsync()).Should().BeEmpty();
        (await Store.Jobs.ClaimAsync("one", Lease, Now.AddDays(1))).Should().BeNull();
        (await Store.Jobs.PruneAsync(Now)).Should().Be(0);
        (await Store.Jobs.PruneAsync(Now.AddDays(1))).Should().Be(1);
        (await Store.Jobs.FindAsync(job.JobId)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Filters_choose_by_account_profile_and_dataset()
    {
        await Store.Jobs.AddAsync([Planned(Day), Planned(Day) with { ProfileId = new ProfileId(5) }, Planned(Day) with { Dataset = "sp.target" }], Now);

        (await Store.Jobs.ListOpenAsync(new ReportJobFilter { AccountId = Account })).Should().HaveCount(3);
        (await Store.Jobs.ListOpenAsync(new ReportJobFilter { AccountId = new AccountId(987_654) })).Should().BeEmpty();
        (await Store.Jobs.ListOpenAsync(new ReportJobFilter { Dataset = "sp.target" })).Should().ContainSingle();
        (await Store.Jobs.ClaimAsync("one", Lease, Now, new ReportJobFilter { ProfileId = new ProfileId(5) }))!.ProfileId.Should().Be(new ProfileId(5));
        (await Store.Jobs.ClaimAsync("one", Lease, Now, new ReportJobFilter { ProfileId = new ProfileId(5) })).Should().BeNull();
    }

    [SkippableFact]
    public async Task Workers_side_by_side_never_claim_the_same()
    {
        await Store.Jobs.AddAsync([.. Enumerable.Range(0, 30).Select(i => Planned(Day.AddDays(-i)))], Now);

        ReportJob?[] claimed = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            () => Store.Jobs.ClaimAsync($"worker {i}", TimeSpan.FromMinutes(1), Now))));

        claimed.OfType<ReportJob>().Select(job => job.JobId).Should().HaveCount(30).And.OnlyHaveUniqueItems();
    }

    [SkippableFact]
    public async Task Refusals_of_a_dataset_are_counted_once_for_each_time_of_planning_until_they_are_forgotten()
    {
        await Store.Jobs.AddAsync([Planned(Day), Planned(Day.AddDays(1))], Now);
        foreach (ReportJob job in await Store.Jobs.ListOpenAsync())
        {
            Store.Time.Advance(TimeSpan.FromMinutes(1));
            await Store.Jobs.RefuseAsync(job, "no such report", Now);
        }

        DatasetRefusal once = (await Store.Jobs.ListRefusalsAsync(Account, new ProfileId(1_001))).Single();
        Store.Time.Advance(TimeSpan.FromHours(1));
        ReportJob later = (await Store.Jobs.AddAsync([Planned(Day.AddDays(2))], Now)).Single();
        await Store.Jobs.RefuseAsync(later, "not for vendors", Now);
        DatasetRefusal twice = (await Store.Jobs.ListRefusalsAsync(Account, new ProfileId(1_001))).Single();

        once.Should().Match<DatasetRefusal>(refusal => refusal.Refusals == 1 && refusal.RefusedAt == Now.AddHours(-1));
        twice.Should().Be(new DatasetRefusal
        {
            AccountId = Account,
            ProfileId = new ProfileId(1_001),
            Dataset = "sp.campaign",
            Refusals = 2,
            RefusedAt = Now,
            Reason = "not for vendors",
        });
        (await Store.Jobs.ListRefusalsAsync(Account, new ProfileId(5))).Should().BeEmpty();
        await Store.Jobs.ForgetRefusalAsync(Account, new ProfileId(1_001), "sp.campaign");
        (await Store.Jobs.ListRefusalsAsync(Account, new ProfileId(1_001))).Should().BeEmpty();
    }

    private PlannedReport Planned(DateOnly day) => new()
    {
        AccountId = Account,
        ProfileId = new ProfileId(1_001),
        Dataset = "sp.campaign",
        StartDate = day,
        EndDate = day,
        Reason = PlanReason.Missing,
    };
}
