using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Cases.Tests.Replay;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Cases.Tests.Worlds;

/// <summary>A simulator, the server of a case before it, and a sync on one kind of store, in one fake time.</summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    private ServiceProvider _services = null!;
    private AmazonAdsClientOptions _clientOptions = null!;
    private Func<ValueTask> _drop = () => ValueTask.CompletedTask;

    private CaseWorld()
    {
    }

    public SteppingTimeProvider Time { get; } = new();

    public LogCapture Logs { get; } = new();

    public AmazonAdsSimulator Simulator { get; private set; } = null!;

    public ReplayServer Server { get; private set; } = null!;

    public AccountId Account { get; private set; }

    public IngestionOrchestrator Orchestrator => _services.GetRequiredService<IngestionOrchestrator>();

    public IPpcAdsReader Reader => _services.GetRequiredService<IPpcAdsReader>();

    /// <summary>The simulator's only profile.</summary>
    public ProfileId Profile => new(Simulator.Truth.Profiles[0].ProfileId);

    /// <summary>Starts a world; without kinds of entities and datasets a sync has profiles only.</summary>
    public static async Task<CaseWorld> StartAsync(
        CaseStore store, PostgreSqlCluster cluster, Action<IngestionOptions>? configure = null, Action<SimulatorOptions>? simulate = null)
    {
        var world = new CaseWorld();
        var options = new SimulatorOptions
        {
            TimeProvider = world.Time,
            AsOf = The.Start,
            Profiles = 1,
            Campaigns = 2,
            BrandCampaigns = 2,
            DisplayCampaigns = 2,
            ReportGenerationTime = TimeSpan.FromMinutes(2),
        };
        simulate?.Invoke(options);
        world.Simulator = await AmazonAdsSimulator.StartAsync(options);
        world.Server = await ReplayServer.StartAsync(world.Simulator.BaseAddress, world.Time);
        world._clientOptions = new AmazonAdsClientOptions
        {
            AttemptTimeout = The.AttemptTimeout,
            TotalTimeout = The.TotalTimeout,
            Regions = [AmazonAdsRegion.NorthAmerica],
            Endpoints = new AmazonAdsEndpoints { NorthAmerica = world.Server.BaseAddress, Token = new Uri(world.Server.BaseAddress, "auth/o2/token") },
        };
        Action<IPpcAdsBuilder> use = await world.UseAsync(store, cluster);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(world.Time).AddSingleton<ITokenStore>(new InMemoryTokenStore()).AddLogCapture(world.Logs);
        use(services.AddScannedPpcAds(ppcAds =>
        {
            ppcAds.Client = world._clientOptions;
            ppcAds.Ingestion.Entities = [];
            ppcAds.Ingestion.Datasets = [];
            ppcAds.Ingestion.LeaseDuration = The.Lease;
            ppcAds.Ingestion.BackfillDays = 10;
            configure?.Invoke(ppcAds.Ingestion);
        }));
        world._services = services.BuildServiceProvider();
        if (world._services.GetService<PpcAdsDatabase>() is { } database)
        {
            await database.EnsureReadyAsync();
        }

        Account account = await world._services.GetRequiredService<AccountManager>().ConnectAsync("Acme", world.Credentials());
        world.Account = account.AccountId;
        return world;
    }

    public LwaCredentials Credentials() => new(Simulator.ClientId, Simulator.ClientSecret, Simulator.RefreshToken);

    /// <summary>A client as an application has it: it reads strictly.</summary>
    public AmazonAdsClient CreateClient() => new(
        Credentials(),
        _clientOptions,
        new AmazonAdsClientServices { TimeProvider = Time, LoggerFactory = Logs, Random = new FixedRandom(1) });

    /// <summary>Calls with such a client, in the world's time.</summary>
    public async Task<T> CallAsync<T>(Func<ProfileClient, Task<T>> call)
    {
        using AmazonAdsClient client = CreateClient();
        return await Time.RunAsync(call(client.ForProfile(Profile, AmazonAdsRegion.NorthAmerica))).WaitAsync(TimeSpan.FromMinutes(2));
    }

    public Task<IngestionResult> SyncAsync() => Time.RunAsync(Orchestrator.SyncAccountAsync(Account)).WaitAsync(TimeSpan.FromMinutes(2));

    public Task<IngestionResult> CompleteAsync(TimeSpan? longestWait = null) =>
        Time.RunAsync(Orchestrator.CompleteReportsAsync(null, longestWait)).WaitAsync(TimeSpan.FromMinutes(2));

    public Task<IReadOnlyList<SyncIssue>> IssuesAsync() => _services.GetRequiredService<ISyncLog>().ListIssuesAsync(Account);

    public Task<IReadOnlyList<SyncRun>> RunsAsync() => _services.GetRequiredService<ISyncLog>().ListRunsAsync();

    public async Task<IReadOnlyList<PerformanceRecord>> RecordsAsync(string dataset) =>
        (await Reader.ListPerformanceAsync(new PerformanceQuery(Account, dataset), new PageRequest(1000))).Items;

    /// <summary>All entities of all tables.</summary>
    public async Task<IReadOnlyList<StoredRow>> StoredAsync() =>
    [
        .. await ReadAsync<ProfileRecord>(), .. await ReadAsync<PortfolioRecord>(), .. await ReadAsync<CampaignRecord>(),
        .. await ReadAsync<AdGroupRecord>(), .. await ReadAsync<KeywordRecord>(), .. await ReadAsync<TargetRecord>(),
        .. await ReadAsync<AdRecord>(), .. await ReadAsync<NegativeKeywordRecord>(), .. await ReadAsync<NegativeTargetRecord>(),
    ];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        await Simulator.DisposeAsync();
        await _drop();
        LogScan.Check(Logs, Simulator);
    }

    private async Task<IReadOnlyList<StoredRow>> ReadAsync<T>()
        where T : class, IEntityRecord<T> =>
        await Reader.ListAllEntitiesAsync<T>(new EntityQuery(Account)).Select(stored => new StoredRow(
            T.Table.Name,
            stored.Entity.EntityId,
            T.Table.Columns.ToDictionary(column => column.Name, column => column.Get(stored.Entity)))).ToListAsync();

    private async Task<Action<IPpcAdsBuilder>> UseAsync(CaseStore store, PostgreSqlCluster cluster)
    {
        if (store == CaseStore.InMemory)
        {
            return builder => builder.UseInMemory();
        }

        if (store == CaseStore.Sqlite)
        {
            string file = await MigratedDatabases.CreateFileAsync();
            string source = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
            _drop = () =>
            {
                File.Delete(file);
                File.Delete(file + "-wal");
                File.Delete(file + "-shm");
                return ValueTask.CompletedTask;
            };
            return builder => builder.UseSqlite(source);
        }

        Skip.If(cluster.Missing is not null, cluster.Missing);
        string pooled = (await MigratedDatabases.CreateAsync(cluster)).Replace("Pooling=false", "Maximum Pool Size=10", StringComparison.Ordinal);
        _drop = async () =>
        {
            await using var connection = new NpgsqlConnection(pooled);
            NpgsqlConnection.ClearPool(connection);
        };
        return builder => builder.UsePostgreSql(pooled);
    }
}
