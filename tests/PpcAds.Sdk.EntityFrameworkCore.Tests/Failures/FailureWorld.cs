using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Failures;

/// <summary>A simulator, a database and any number of workers on them, in one fake time; leases in the database's own.</summary>
internal sealed class FailureWorld : IAsyncDisposable
{
    private readonly List<WorkerUnderTest> _workers = [];
    private readonly InMemoryTokenStore _tokens = new();

    private FailureWorld(FailureDatabase database, AmazonAdsSimulator simulator, SteppingTimeProvider time)
    {
        Database = database;
        Simulator = simulator;
        Time = time;
    }

    public FailureDatabase Database { get; }

    public AmazonAdsSimulator Simulator { get; }

    public SteppingTimeProvider Time { get; }

    public AccountId Account { get; private set; }

    public ProfileId Profile => new(Simulator.Truth.Profiles[0].ProfileId);

    /// <summary>The first worker.</summary>
    public WorkerUnderTest Worker => _workers[0];

    public static async Task<FailureWorld> StartAsync(
        FailureDatabase database, Action<IPpcAdsBuilder>? use = null, Func<WorkerUnderTest, Task>? prepare = null, Action<IngestionOptions>? configure = null)
    {
        var time = new SteppingTimeProvider();
        AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync(new SimulatorOptions
        {
            TimeProvider = time,
            AsOf = The.Start,
            Profiles = 1,
            Campaigns = 3,
            ReportGenerationTime = TimeSpan.FromMinutes(8),
        });
        var world = new FailureWorld(database, simulator, time);
        WorkerUnderTest worker = world.AddWorker(use, configure);
        await (prepare ?? (first => first.PrepareAsync()))(worker);
        Account account = await worker.Services.GetRequiredService<AccountManager>().ConnectAsync(
            "Acme", new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken));
        world.Account = account.AccountId;
        return world;
    }

    public WorkerUnderTest AddWorker(Action<IPpcAdsBuilder>? use = null, Action<IngestionOptions>? configure = null)
    {
        var worker = new WorkerUnderTest(Simulator, Time, _tokens, use ?? Database.Use, configure);
        _workers.Add(worker);
        return worker;
    }

    /// <summary>Loads everything, then lets a day pass and asks for what Amazon may have restated since: that is to be loaded next.</summary>
    public async Task LoadAndAskAgainADayLaterAsync()
    {
        (await Worker.SyncAsync(Account)).Succeeded.Should().BeTrue();
        (await Worker.CompleteAsync()).Succeeded.Should().BeTrue();
        await ShouldEqualTruthAsync();
        Time.Advance(TimeSpan.FromDays(1));
        (await Worker.SyncAsync(Account)).Succeeded.Should().BeTrue();
    }

    public async Task<ReportJob> OpenJobAsync(string dataset) =>
        (await Worker.Jobs.ListOpenAsync(new ReportJobFilter { Dataset = dataset })).Should().ContainSingle().Subject;

    /// <summary>Each loaded day holds just the rows that were true when its report was made, and the sums are those of the rows.</summary>
    public async Task ShouldEqualTruthAsync()
    {
        foreach (Dataset dataset in (Dataset[])[Datasets.SpCampaign, Datasets.SpAdGroup, Datasets.SpTarget])
        {
            IReadOnlyList<PerformanceDay> days = await Worker.Reader.ListDaysAsync(Account, Profile, dataset.Id);
            IReadOnlyList<PerformanceRecord> records = (await Worker.Reader.ListPerformanceAsync(
                new PerformanceQuery(Account, dataset.Id), new PageRequest(1000))).Items;
            days.Should().HaveCountGreaterThanOrEqualTo(10);
            foreach (PerformanceDay day in days)
            {
                SimulatorTotals truth = Simulator.Truth.GetTotals(
                    Profile.Value, dataset.ReportType.Id, dataset.GroupBy, day.Date, day.Date, day.ReportGeneratedAt);
                PerformanceRecord[] found = [.. records.Where(record => record.Date == day.Date)];
                found.Should().HaveCount(truth.Rows, "that many rows are true of {0} on {1}", dataset, day.Date);
                found.Sum(record => record.Metrics[PerformanceMetric.Cost]).Should().Be(truth.Cost);
                found.Sum(record => record.Metrics[PerformanceMetric.Clicks]).Should().Be(truth.Clicks);
                found.Sum(record => record.Metrics[PerformanceMetric.Sales30d]).Should().Be(truth.Sales30d);
            }

            records.Select(record => record.Date).Distinct().Should().BeSubsetOf(days.Select(day => day.Date));
        }

        (await Database.WrongSumsAsync()).Should().BeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WorkerUnderTest worker in _workers)
        {
            await worker.DisposeAsync();
        }

        await Simulator.DisposeAsync();
        await Database.DisposeAsync();
    }
}
