using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.StoreContracts;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sql;

/// <summary>
/// The SQL of each way data takes into the database, so that a change of it can be read as SQL. The files are in
/// <c>__snapshots__/sql</c>.
/// </summary>
public abstract class SqlContract : LoadContract
{
    private readonly string _dialect;

    private protected SqlContract(string dialect) => _dialect = dialect;

    private protected SqlRecorder Recorder { get; } = new();

    protected abstract IServiceProvider Services { get; }

    [SkippableFact]
    public Task A_first_load_of_days() => ShouldSendAsync(
        "first-load", () => LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m).Campaign(Day.AddDays(1), 1)));

    [SkippableFact]
    public async Task A_load_of_a_job_of_days_that_changed()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m).Campaign(Day, 3));
        await Store.Jobs.AddAsync([Planned()], Store.Time.GetUtcNow());
        ReportJob job = (await Store.Jobs.ClaimAsync("worker", TimeSpan.FromMinutes(1), Store.Time.GetUtcNow()))!;
        LoadScope scope = Scope(generatedAt: Generated.AddHours(1)) with { Fence = job.Fence };

        await ShouldSendAsync(
            "changed-days", () => LoadAsync(Rows.None.Campaign(Day, 1, 9m).Campaign(Day, 2, 3m).Campaign(Day, 4), scope));
    }

    [SkippableFact]
    public async Task A_load_of_days_that_did_not_change()
    {
        Rows rows = Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m);
        await LoadAsync(rows);

        await ShouldSendAsync("unchanged-days", () => LoadAsync(rows, Scope(generatedAt: Generated.AddHours(1))));
    }

    [SkippableFact]
    public async Task A_load_of_targets_that_moves_the_last_30_days()
    {
        LoadScope scope = Scope(Datasets.SpTarget);
        await LoadAsync(Rows.None.Target(Day, 1, 11, 111).Target(Day, 1, 11, 112, "TARGETING_EXPRESSION"), scope);
        DateOnly later = Day.AddDays(9);

        await ShouldSendAsync(
            "first-load-of-targets",
            () => LoadAsync(Rows.None.Target(later, 1, 11, 111), Scope(Datasets.SpTarget, later, later, Generated.AddHours(1))));
    }

    [SkippableFact]
    public async Task A_page_of_entities()
    {
        var scope = new EntityScope(Account, Profile);
        await Store.Sink.LoadEntitiesAsync(scope, Pages([Campaign(1), Campaign(2)]));

        await ShouldSendAsync(
            "entity-page", () => Store.Sink.LoadEntitiesAsync(scope, Pages([Campaign(1, "Cups"), Campaign(2), Campaign(3)])));
    }

    [SkippableFact]
    public async Task A_recomputation_of_sums()
    {
        await LoadAsync(Rows.None.Campaign(Day, 1, 2m).Campaign(Day, 2, 3m));
        var database = Services.GetRequiredService<PpcAdsDatabase>();

        await ShouldSendAsync("recompute", () => database.RecomputeAsync(Account));
    }

    [SkippableFact]
    public async Task A_claim_of_a_report_job()
    {
        await Store.Jobs.AddAsync([Planned()], Store.Time.GetUtcNow());
        var filter = new ReportJobFilter { AccountId = Account, Dataset = "sp.campaign" };

        await ShouldSendAsync(
            "claim", () => Store.Jobs.ClaimAsync("worker", TimeSpan.FromMinutes(1), Store.Time.GetUtcNow(), filter));
    }

    [SkippableFact]
    public async Task A_purge_of_an_account()
    {
        await Store.Accounts.SetStatusAsync(Account, AccountStatus.Closed);

        await ShouldSendAsync("purge", () => Store.Accounts.PurgeAsync(Account));
    }

    private async Task ShouldSendAsync(string path, Func<Task> work)
    {
        string sql = await Recorder.RecordAsync(work);
        Recorder.Dispose();
        Snapshots.MatchFile(
            sql, "tests", "PpcAds.Sdk.EntityFrameworkCore.Tests", "__snapshots__", "sql", _dialect, $"{path}.sql");
    }

    private PlannedReport Planned() => new()
    {
        AccountId = Account,
        ProfileId = Profile,
        Dataset = "sp.campaign",
        StartDate = Day,
        EndDate = Day.AddDays(1),
        Reason = PlanReason.Missing,
    };
}
