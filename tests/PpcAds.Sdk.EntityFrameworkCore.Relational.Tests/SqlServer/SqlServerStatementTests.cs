using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Records;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Reports;
using PpcAds.Sdk.Testing;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.SqlServer;

/// <summary>
/// The statements that the stores have EF Core send to SQL Server, as Microsoft's parser reads them. There is no server: they go
/// to a connection that answers with next to nothing.
/// </summary>
public sealed class SqlServerStatementTests : IDisposable
{
    private static readonly AccountId Account = new(1);
    private static readonly ProfileId Profile = new(1_001);
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly DateTimeOffset Now = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly RecordingConnection _connection = new();
    private readonly ServiceProvider _services;

    public SqlServerStatementTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddScannedPpcAds().UseEntityFrameworkCore(options => options.UseSqlServer(_connection));
        _services = services.BuildServiceProvider();
    }

    [Fact]
    public async Task Accounts()
    {
        IAccountStore accounts = Get<IAccountStore>();
        await accounts.AddAsync("Acme");
        await accounts.ListAsync();
        await accounts.ListAsync([Account], new PageRequest(10, "3"));
        await accounts.UpdateAsync(Account, "Acme", null);
        await accounts.SetStatusAsync(Account, AccountStatus.Closed);
        await accounts.SetConsentAsync(Account, Now);
        await accounts.PurgeAsync(Account);

        ShouldBeTransactSql("INSERT INTO [ppc_accounts]", "UPDATE [p]");
    }

    [Fact]
    public async Task Jobs()
    {
        var planned = new PlannedReport
        {
            AccountId = Account,
            ProfileId = Profile,
            Dataset = Datasets.SpCampaign.Id,
            StartDate = Day,
            EndDate = Day,
            Reason = PlanReason.Missing,
        };
        IReportJobStore jobs = Get<IReportJobStore>();
        await jobs.AddAsync([planned], Now);
        var job = new ReportJob
        {
            JobId = 1,
            AccountId = Account,
            ProfileId = Profile,
            Dataset = planned.Dataset,
            StartDate = Day,
            EndDate = Day,
            Reason = planned.Reason,
            CreatedAt = Now,
            DueAt = Now,
        };
        await jobs.ClaimAsync("worker", TimeSpan.FromMinutes(1), Now, new ReportJobFilter { AccountId = Account });
        await jobs.RenewAsync(job, TimeSpan.FromMinutes(1));
        await jobs.SaveAsync(job, release: true);
        await jobs.RefuseAsync(job, "no", Now);
        await jobs.ListOpenAsync();
        await jobs.ListAsync();
        await jobs.PruneAsync(Now);

        ShouldBeTransactSql("INSERT INTO [ppc_report_jobs]", "INSERT INTO [ppc_dataset_refusals]", "UPDATE [p]", "DELETE FROM [p]");
    }

    [Fact]
    public async Task Leases_runs_issues_and_rates()
    {
        ILeaseStore leases = Get<ILeaseStore>();
        await leases.TryTakeAsync("sync/account/1", "worker", TimeSpan.FromMinutes(1));
        await leases.RenewAsync(new Lease("sync/account/1", 1), TimeSpan.FromMinutes(1));
        await leases.ReleaseAsync(new Lease("sync/account/1", 1));
        await leases.PruneAsync(TimeSpan.FromDays(1));
        IRunStore runs = Get<IRunStore>();
        await Record.ExceptionAsync(() => runs.EnqueueAsync(new RunRequest { AccountId = Account, Slot = "daily/1" }, Now));
        await runs.ListAsync(Account);
        await runs.CancelAsync(1, Now);
        await runs.PruneAsync(Now);
        await Get<ISyncLog>().AddIssuesAsync(
            [new SyncIssue { AccountId = Account, Step = "load", Reason = "id missing", Details = "-", At = Now }]);
        await Get<ISyncLog>().ListIssuesAsync(Account, Profile);
        await Get<IRateStore>().SaveAsync(
        [
            new LearnedRate
            {
                Account = "1",
                Region = AmazonAdsRegion.Europe,
                OperationClass = OperationClass.Lists,
                CallsPerSecond = 1,
                LearnedAt = Now,
            },
        ]);

        ShouldBeTransactSql(
            "INSERT INTO [ppc_leases]", "INSERT INTO [ppc_queued_runs]",
            "INSERT INTO [ppc_learned_rates]", "UPDATE [p]", "DELETE FROM [p]");
    }

    [Fact]
    public async Task Loads()
    {
        IEtlSink sink = Get<IEtlSink>();
        IReadOnlyList<CampaignRecord> page =
            [new CampaignRecord { CampaignId = new CampaignId(1), AdProduct = AdProducts.SponsoredProducts, Budget = 1.5m }];
        await sink.LoadEntitiesAsync(new EntityScope(Account, Profile), new[] { page }.ToAsyncEnumerable());
        await LoadAsync(sink, Datasets.SpCampaign, Rows.None.Campaign(Day, 1).Campaign(Day, 2));
        await LoadAsync(sink, Datasets.SpTarget, Rows.None.Target(Day, 1, 2, 3).Target(Day, 1, 2, 4, "TARGETING_EXPRESSION"));

        ShouldBeTransactSql(
            "INSERT INTO [performance_facts]", "INSERT INTO [performance_days]", "INSERT INTO [performance_day_loads]",
            "INSERT INTO [ppc_campaigns]",
            "INSERT INTO [ppc_keywords]", "INSERT INTO [ppc_targets]", "INSERT INTO [ppc_loads]", "UPDATE [performance_scopes]");
    }

    [Fact]
    public async Task Rows_that_change_or_vanish()
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        DbContext context = scope.ServiceProvider.GetRequiredService<RelationalPpcAdsDbContext>();
        DbSet<Dictionary<string, object>> facts = context.Set<Dictionary<string, object>>(FactTable.Name);
        facts.Update(new Dictionary<string, object>(Key(1))
        {
            ["changed_at"] = Now,
            ["attribution_days"] = (short)7,
            ["currency"] = "USD",
            ["cost"] = 1.5m,
        });
        facts.Remove(Key(2));
        context.Set<Dictionary<string, object>>(ChangeTable.Name)
            .Add(new Dictionary<string, object>(Key(2)) { ["known_at"] = Now, ["clicks"] = -1 });
        await context.SaveChangesAsync();

        ShouldBeTransactSql("UPDATE [performance_facts]", "DELETE FROM [performance_facts]", "INSERT INTO [performance_changes]");
    }

    [Fact]
    public async Task Reading()
    {
        IPpcAdsReader reader = Get<IPpcAdsReader>();
        await reader.ListEntitiesAsync<KeywordRecord>(new EntityQuery(Account, Profile) { CampaignId = new CampaignId(1) });
        await reader.ListEntitiesAsync<CampaignRecord>(new EntityQuery(Account), new PageRequest(10, "1~2~SPONSORED_PRODUCTS"));
        await reader.CountPresenceAsync(new PresenceQuery(Account, Profile, Now, Now));
        await reader.ListFreshnessAsync(Account, Profile, new PageRequest(10, "1~sp.campaign"));
        await reader.ListDaysAsync(Account, Profile, "sp.campaign");
        await reader.ListPerformanceAsync(new PerformanceQuery(Account, "sp.campaign"));
        await reader.SumPerformanceAsync(
            new PerformanceQuery(Account, "sp.campaign") { CampaignId = new CampaignId(1), StartDate = Day });
        await Get<IFigureHistory>().ReadAsync(new FigureQuery(Account, Profile, "sp.campaign") { KnownAt = Now }).ToListAsync();
        using AsyncServiceScope scope = _services.CreateAsyncScope();
        DbContext context = scope.ServiceProvider.GetRequiredService<RelationalPpcAdsDbContext>();
        var query = new FigureQuery(Account, Profile, "sp.campaign") { KnownAt = Now, StartDate = Day };
        var place = new RowPlace(Day, 1, new string('8', 32));
        await PerformancePage.After(FactRows.Of(context, 1), place, 10).ToListAsync();
        await FigureRows.Facts(context, 1, query).ToListAsync();
        await FigureRows.Changes(context, 1, query).ToListAsync();
        await FactSums.ByEntity(FactRows.Of(context, 1), "ad_group_id").ToListAsync();

        ShouldBeTransactSql(
            "FROM [performance_facts]", "FROM [performance_changes]", "FROM [performance_days]", "FROM [ppc_keywords]");
    }

    public void Dispose()
    {
        _services.Dispose();
        _connection.Dispose();
    }

    private static Dictionary<string, object> Key(long campaign) => new()
    {
        ["scope_id"] = 1,
        ["date"] = Day,
        ["campaign_id"] = campaign,
        ["detail"] = Guid.Empty,
    };

    private static async Task LoadAsync(IEtlSink sink, Dataset dataset, Rows rows)
    {
        var scope = new LoadScope
        {
            AccountId = Account,
            ProfileId = Profile,
            Dataset = dataset,
            StartDate = Day,
            EndDate = Day,
            ReportId = "00000000-0000-4000-8000-000000000001",
            GeneratedAt = Now,
            RetentionStart = Day.AddDays(-90),
            CurrencyCode = "USD",
            AttributionDays = 7,
            Fence = new LoadFence(1, 1),
        };
        await using ILoadSession session = await sink.BeginReplaceAsync(scope, new LoadId(dataset.Id));
        await foreach (ReportBatch batch in rows.ReadAsync(dataset))
        {
            await session.WriteAsync(batch);
        }

        (await session.CommitAsync()).Inserted.Should().Be(2);
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private void ShouldBeTransactSql(params string[] parts)
    {
        foreach (string statement in _connection.Statements)
        {
            TransactSql.Parse(statement, out IReadOnlyList<string> errors).Should()
                .BePositive("this is a statement: {0}", statement);
            errors.Should().BeEmpty("this is a statement: {0}", statement);
        }

        string all = string.Join("\n", _connection.Statements);
        parts.Where(part => !all.Contains(part, StringComparison.Ordinal)).Should().BeEmpty("all of this is sent");
    }
}
