using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.InMemory;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Cases.Tests.Mutations;

/// <summary>A client and a sync in memory whose every answer comes from a function.</summary>
internal sealed class MutationWorld : IAsyncDisposable
{
    public const string TokenPath = "/auth/o2/token";
    public const string ProfilesPath = "/v2/profiles";

    public static readonly byte[] Token = """{"access_token":"Atza|simulated","token_type":"bearer","expires_in":3600}"""u8.ToArray();

    public static readonly byte[] Profile = Encoding.UTF8.GetBytes(
        """
        [{"profileId":1001,"countryCode":"US","currencyCode":"USD","timezone":"America/Los_Angeles",
          "accountInfo":{"marketplaceStringId":"ATVPDKIKX0DER","id":"A1","type":"seller","name":"Acme"} }]
        """);

    private static readonly Uri Address = new("https://ads.example");
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly ServiceProvider _services;
    private readonly SteppingTimeProvider _time = new();

    private MutationWorld(AnsweringHandler handler, Action<IngestionOptions> configure)
    {
        Handler = handler;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time).AddSingleton<ITokenStore>(new InMemoryTokenStore()).AddLogging();
        services.AddScannedPpcAds(options =>
        {
            options.Client = Options();
            options.Ingestion.Datasets = [];
            options.Ingestion.Entities = [];
            options.Ingestion.LeaseDuration = The.Lease;
            configure(options.Ingestion);
        }).UseInMemory();
        services.PostConfigureAll<HttpClientFactoryOptions>(
            options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = handler));
        _services = services.BuildServiceProvider();
    }

    public AnsweringHandler Handler { get; }

    public AccountId Account { get; private set; }

    public InMemoryStorage Storage => _services.GetRequiredService<InMemoryStorage>();

    public static async Task<MutationWorld> StartAsync(Func<string, string, (int, byte[])> answer, Action<IngestionOptions> configure)
    {
        var world = new MutationWorld(new AnsweringHandler { Answer = answer }, configure);
        Account account = await world._services.GetRequiredService<AccountManager>().ConnectAsync("Acme", new LwaCredentials("client", "secret", "Atzr|r"));
        world.Account = account.AccountId;
        return world;
    }

    /// <summary>A client by itself, in fake time.</summary>
    public static AmazonAdsClient CreateClient(HttpMessageHandler handler, TimeProvider time) => new(
        new LwaCredentials("client", "secret", "Atzr|r"),
        Options(),
        new AmazonAdsClientServices { TimeProvider = time, HttpMessageHandler = handler, Random = new FixedRandom(1) });

    /// <summary>Syncs; every failure within must be one that the SDK documents.</summary>
    public Task SyncAsync() => RunAsync(orchestrator => orchestrator.SyncAccountAsync(Account));

    /// <summary>Syncs, and works on the reports until none is open.</summary>
    public async Task LoadAsync()
    {
        await SyncAsync();
        await RunAsync(orchestrator => orchestrator.CompleteReportsAsync(null));
    }

    /// <summary>The ids of what is stored, by table.</summary>
    public async Task<HashSet<(string Table, long Id)>> StoredAsync() =>
    [
        .. await IdsAsync<ProfileRecord>(), .. await IdsAsync<PortfolioRecord>(), .. await IdsAsync<CampaignRecord>(), .. await IdsAsync<AdGroupRecord>(),
        .. await IdsAsync<KeywordRecord>(), .. await IdsAsync<TargetRecord>(), .. await IdsAsync<AdRecord>(),
        .. await IdsAsync<NegativeKeywordRecord>(), .. await IdsAsync<NegativeTargetRecord>(),
    ];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static AmazonAdsClientOptions Options() => new()
    {
        AttemptTimeout = The.AttemptTimeout,
        TotalTimeout = The.TotalTimeout,
        MaxAttempts = 1,
        Regions = [AmazonAdsRegion.NorthAmerica],
        Endpoints = new AmazonAdsEndpoints { NorthAmerica = Address, Token = new Uri(Address, TokenPath) },
    };

    private async Task RunAsync(Func<IngestionOrchestrator, Task<IngestionResult>> run)
    {
        IngestionResult result = await _time.RunAsync(run(_services.GetRequiredService<IngestionOrchestrator>())).WaitAsync(Bound);
        foreach (StepResult step in result.Steps.Where(step => step.Exception is not null))
        {
            step.Exception.Should().Match<Exception>(
                failure => failure is AmazonAdsException || failure is PpcAdsException, "{0} failed by {1}", step.Step, step.Exception);
        }
    }

    private async Task<IEnumerable<(string, long)>> IdsAsync<T>()
        where T : class, IEntityRecord<T> =>
        (await Storage.Reader.ListAllEntitiesAsync<T>(new EntityQuery(Account)).ToListAsync()).Select(stored => (T.Table.Name, stored.Entity.EntityId));
}
