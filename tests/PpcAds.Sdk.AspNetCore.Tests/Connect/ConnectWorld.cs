using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Connect;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.InMemory;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>A simulated Amazon, one storage and one key ring, and the hosts that share them: Ada has account 1, Bob account 2.</summary>
internal sealed class ConnectWorld : IAsyncDisposable
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("ppcads-connect-");
    private readonly List<ConnectHost> _hosts = [];

    private ConnectWorld(AmazonAdsSimulator amazon, SimulatorOptions amazonOptions, TimeProvider time)
    {
        Amazon = amazon;
        AmazonOptions = amazonOptions;
        Time = time;
        Storage = new InMemoryStorage(time);
    }

    public AmazonAdsSimulator Amazon { get; }

    public SimulatorOptions AmazonOptions { get; }

    public TimeProvider Time { get; }

    public InMemoryStorage Storage { get; }

    public InMemoryTokenStore Tokens { get; } = new();

    public LogCapture Logs { get; } = new();

    public AccountId Adas { get; private set; }

    public AccountId Bobs { get; private set; }

    /// <summary>Whether anybody may connect anything still.</summary>
    public bool RightsAreTaken { get; set; }

    public static async Task<ConnectWorld> StartAsync(SimulatorConsentAnswer answer = SimulatorConsentAnswer.Allow, bool inRealTime = false)
    {
        TimeProvider time = inRealTime ? TimeProvider.System : new FakeTimeProvider(The.Start);
        var options = new SimulatorOptions { TimeProvider = time, AsOf = The.Start, Profiles = 1, Campaigns = 2, ConsentAnswer = answer };
        var world = new ConnectWorld(await AmazonAdsSimulator.StartAsync(options), options, time);
        world.Adas = (await world.Storage.Accounts.AddAsync("Ada's shop")).AccountId;
        world.Bobs = (await world.Storage.Accounts.AddAsync("Bob's shop")).AccountId;
        return world;
    }

    public void Advance(TimeSpan time) => ((FakeTimeProvider)Time).Advance(time);

    /// <summary>Another instance of the same service.</summary>
    public async Task<ConnectHost> StartHostAsync(
        Action<PpcAdsConnectOptions>? connect = null, Action<IServiceCollection>? services = null, Action<PpcAdsOptions>? sdk = null, string prefix = "")
    {
        ConnectHost host = await ConnectHost.StartAsync(
            collection =>
            {
                collection.AddSingleton(Time).AddSingleton<ITokenStore>(Tokens).AddSingleton(Storage);
                collection.AddLogCapture(Logs).AddDataProtection().PersistKeysToFileSystem(_keys).SetApplicationName("connect-tests");
                services?.Invoke(collection);
                collection
                    .AddScannedPpcAds(options =>
                    {
                        options.Client = SimulatedAmazon.OptionsFor(Amazon);
                        options.Ingestion.UseSmallSync();
                        options.Application = new LwaApplication { ClientId = Amazon.ClientId, ClientSecret = Amazon.ClientSecret };
                        sdk?.Invoke(options);
                    })
                    .UseInMemory()
                    .AddConnectWithAmazon(options =>
                    {
                        options.MayConnect = MayConnectAsync;
                        options.RequestsPerMinute = 10_000;
                        connect?.Invoke(options);
                    });
            },
            prefix);
        Amazon.Consent.AllowReturnUrl(host.Callback);
        _hosts.Add(host);
        return host;
    }

    public async Task<AccountStatus> StatusAsync(AccountId accountId) => (await Storage.Accounts.FindAsync(accountId))!.Status;

    public async ValueTask DisposeAsync()
    {
        foreach (ConnectHost host in _hosts)
        {
            await host.DisposeAsync();
        }

        await Amazon.DisposeAsync();
        _keys.Delete(recursive: true);
        LogScan.Check(Logs, Amazon);
    }

    private ValueTask<bool> MayConnectAsync(HttpContext context, AccountId accountId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(!RightsAreTaken && context.User.Identity?.Name switch
        {
            "ada" => accountId == Adas || accountId.Value == 999,
            "bob" => accountId == Bobs,
            _ => false,
        });
}
