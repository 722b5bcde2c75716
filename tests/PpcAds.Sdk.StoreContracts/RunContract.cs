using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Syncs that were asked for.</summary>
public abstract class RunContract : StoreContract
{
    private DateTimeOffset Now => Store.Time.GetUtcNow();

    [SkippableFact]
    public async Task While_one_is_open_the_same_request_gives_it_and_another_request_gives_another()
    {
        QueuedRun first = await AddAsync();

        (await AddAsync()).RunId.Should().Be(first.RunId);
        (await AddAsync(new RunRequest())).RunId.Should().NotBe(first.RunId);
        (await AddAsync(Days())).RunId.Should().NotBe(first.RunId);
        (await AddAsync(Days())).RunId.Should().Be((await AddAsync(Days())).RunId);

        await Store.Runs.SaveAsync(first with { State = QueuedRunState.Succeeded, FinishedAt = Now });
        (await AddAsync()).RunId.Should().NotBe(first.RunId);
    }

    [SkippableFact]
    public async Task A_run_is_found_among_those_of_certain_accounts_only()
    {
        QueuedRun run = await AddAsync();
        QueuedRun all = await AddAsync(new RunRequest());
        AccountId account = run.Request.AccountId!.Value;
        AccountId other = new(account.Value + 1);

        (await Store.Runs.FindAsync(run.RunId, [other, account]))!.RunId.Should().Be(run.RunId);
        (await Store.Runs.FindAsync(run.RunId, [other])).Should().BeNull();
        (await Store.Runs.FindAsync(run.RunId, [])).Should().BeNull();
        (await Store.Runs.FindAsync(all.RunId, [account])).Should().BeNull("it is of all accounts");
        (await Store.Runs.FindAsync(all.RunId, null))!.RunId.Should().Be(all.RunId);
    }

    [SkippableFact]
    public async Task Of_many_that_ask_at_once_all_get_the_same_run()
    {
        QueuedRun[] runs = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => AddAsync())));

        runs.Select(run => run.RunId).Distinct().Should().ContainSingle();
    }

    [SkippableFact]
    public async Task A_run_is_read_back_as_it_was_saved()
    {
        QueuedRun run = await AddAsync(Days());
        QueuedRun saved = run with
        {
            State = QueuedRunState.Running,
            StartedAt = Now,
            SyncedAt = Now.AddMinutes(1),
            Steps =
            [
                new RunStep(Account, null, "profiles Europe") { Outcome = StepOutcome.Done, Rows = 3 },
                new RunStep(Account, Profile, "plan") { Outcome = StepOutcome.Failed, Reason = "No \"time\" zone." },
                new RunStep(Account, Profile, "sp.campaigns"),
            ],
        };

        (await Store.Runs.SaveAsync(saved)).Should().BeTrue();

        (await Store.Runs.FindAsync(run.RunId)).Should().BeEquivalentTo(saved);
        (await Store.Runs.ListOpenAsync()).Single().Should().BeEquivalentTo(saved with { Steps = [] });
    }

    [SkippableFact]
    public async Task What_is_over_stays_as_it_is()
    {
        QueuedRun run = await AddAsync();
        await Store.Runs.SaveAsync(run with { State = QueuedRunState.Failed, Error = "why", FinishedAt = Now });

        (await Store.Runs.SaveAsync(run with { State = QueuedRunState.Running })).Should().BeFalse();
        (await Store.Runs.CancelAsync(run.RunId, Now)).Should().BeFalse();

        (await Store.Runs.FindAsync(run.RunId))!.Should().Match<QueuedRun>(found => found.State == QueuedRunState.Failed && found.Error == "why" && !found.IsCancelRequested);
        (await Store.Runs.ListOpenAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_queued_run_is_cancelled_at_once_and_one_that_runs_is_marked()
    {
        QueuedRun queued = await AddAsync();
        QueuedRun running = await AddAsync(new RunRequest());
        await Store.Runs.SaveAsync(running with { State = QueuedRunState.Running });
        (await Store.Runs.IsEndingAsync(running.RunId)).Should().BeFalse();

        (await Store.Runs.CancelAsync(queued.RunId, Now)).Should().BeTrue();
        (await Store.Runs.CancelAsync(running.RunId, Now)).Should().BeTrue();
        await Store.Runs.SaveAsync(running with { State = QueuedRunState.Running, StartedAt = Now });

        (await Store.Runs.FindAsync(queued.RunId))!.Should().Match<QueuedRun>(run => run.State == QueuedRunState.Cancelled && run.FinishedAt == Now);
        (await Store.Runs.FindAsync(running.RunId))!.Should().Match<QueuedRun>(run => run.State == QueuedRunState.Running && run.IsCancelRequested);
        (await Store.Runs.IsEndingAsync(queued.RunId)).Should().BeTrue();
        (await Store.Runs.IsEndingAsync(running.RunId)).Should().BeTrue();
    }

    [SkippableFact]
    public async Task A_slot_is_given_away_once()
    {
        QueuedRun run = await AddAsync(new RunRequest { AccountId = Account, Slot = "daily/1" });
        await Store.Runs.SaveAsync(run with { State = QueuedRunState.Succeeded });

        (await Store.Runs.EnqueueAsync(new RunRequest { AccountId = Account, Slot = "daily/1" }, Now)).Should().BeNull();
        (await AddAsync(new RunRequest { AccountId = Account, Slot = "daily/2" })).RunId.Should().NotBe(run.RunId);
    }

    [SkippableFact]
    public async Task Runs_are_listed_newest_first_by_account_and_page()
    {
        var added = new List<long>();
        for (int i = 0; i < 5; i++)
        {
            QueuedRun run = await AddAsync();
            await Store.Runs.SaveAsync(run with { State = QueuedRunState.Succeeded });
            added.Add(run.RunId);
            await Store.Runs.SaveAsync((await AddAsync(new RunRequest())) with { State = QueuedRunState.Succeeded });
        }

        var listed = new List<long>();
        string? after = null;
        do
        {
            ReadPage<QueuedRun> page = await Store.Runs.ListAsync(Account, new PageRequest(2, after));
            listed.AddRange(page.Items.Select(run => run.RunId));
            after = page.Next;
        }
        while (after is not null);

        listed.Should().Equal(Enumerable.Reverse(added));
        (await Store.Runs.ListAsync()).Items.Should().HaveCount(10);
    }

    [SkippableFact]
    public async Task What_is_old_and_over_is_pruned()
    {
        QueuedRun over = await AddAsync();
        await Store.Runs.SaveAsync(over with { State = QueuedRunState.Succeeded });
        QueuedRun open = await AddAsync();

        (await Store.Runs.PruneAsync(Now.AddDays(1))).Should().Be(1);

        (await Store.Runs.ListAsync()).Items.Single().RunId.Should().Be(open.RunId);
    }

    private RunRequest Days() => new()
    {
        AccountId = Account,
        ProfileId = Profile,
        StartDate = new DateOnly(2026, 3, 1),
        EndDate = new DateOnly(2026, 3, 2),
        Datasets = ["sp.campaign", "sp.target"],
    };

    private async Task<QueuedRun> AddAsync(RunRequest? request = null) =>
        (await Store.Runs.EnqueueAsync(request ?? new RunRequest { AccountId = Account }, Now))!;
}
