using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.InMemory;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Dashboard.Tests.Hosting;

/// <summary>A service with the dashboard over real HTTP: users by cookie, stores in memory, a simulator behind it.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardHost(WebApplication app, AmazonAdsSimulator amazon, InMemoryStorage storage)
    {
        _app = app;
        Amazon = amazon;
        Storage = storage;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        amazon.Consent.AllowReturnUrl(new Uri(Address, "/ads/connect/amazon/callback"));
    }

    public AmazonAdsSimulator Amazon { get; }

    public InMemoryStorage Storage { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public TenantPolicy Policy => (TenantPolicy)Services.GetRequiredService<IPpcAdsAccessPolicy>();

    /// <summary>The endpoints of the dashboard.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints =>
    [
        .. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("ads", StringComparison.Ordinal)),
    ];

    /// <summary>Users behind a policy, each with accounts of its own.</summary>
    public static Task<DashboardHost> StartAsync(DashboardSetup? setup = null) => StartAsync(
        setup ?? new DashboardSetup(),
        builder =>
        {
            builder.Services.AddAuthentication(UserCookieHandler.SchemeName)
                .AddScheme<AuthenticationSchemeOptions, UserCookieHandler>(UserCookieHandler.SchemeName, null);
            builder.Services.AddAuthorization();
            builder.Services.AddSingleton<IPpcAdsAccessPolicy, TenantPolicy>();
        },
        (app, configure) => app.MapPpcAdsDashboard("/ads", configure).RequireAuthorization());

    public static async Task<DashboardHost> StartAsync(
        DashboardSetup setup,
        Action<WebApplicationBuilder> configure,
        Action<WebApplication, Action<PpcAdsDashboardOptions>> map)
    {
        var options = new SimulatorOptions
        {
            AsOf = TimeProvider.System.GetUtcNow(),
            Campaigns = 4,
            BrandCampaigns = 1,
            DisplayCampaigns = 1,
            ReportGenerationTime = TimeSpan.FromMilliseconds(100),
            ConsentAnswer = SimulatorConsentAnswer.Ask,
        };
        setup.Amazon?.Invoke(options);
        AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(options);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = setup.Environment,
        });
        builder.Logging.ClearProviders();

        // As the template of ASP.NET Core has it: else the host writes every address with its query, and codes with it.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var storage = new InMemoryStorage();
        builder.Services.AddSingleton(storage);
        setup.Services?.Invoke(builder.Services);
        IPpcAdsBuilder ppcAds = builder.Services.AddScannedPpcAds(sdk => Configure(sdk, amazon, setup));
        if (setup.Storage is { } use)
        {
            use(ppcAds);
            builder.Services.AddSingleton<ITokenStore, InMemoryTokenStore>();
        }
        else
        {
            ppcAds.UseInMemory();
        }

        ppcAds.AddConnectWithAmazon(connect => connect.RequestsPerMinute = 10_000);
        if (setup.HasWorker)
        {
            ppcAds.AddIngestionWorker();
        }

        setup.Replacements?.Invoke(builder.Services);
        configure(builder);
        WebApplication app = builder.Build();
        map(app, limits =>
        {
            limits.SyncRequestsPerMinute = 10_000;
            limits.CredentialRequestsPerMinute = 10_000;
            limits.AccountRequestsPerMinute = 10_000;
            setup.Limits?.Invoke(limits);
        });
        await app.StartAsync();
        return new DashboardHost(app, amazon, storage);
    }

    /// <summary>Adds an account of a user, with credentials unless it is to have none.</summary>
    public async Task<Account> AddAccountAsync(string name = "Acme", string user = "ada", bool isConnected = true)
    {
        IAccountStore accounts = Services.GetRequiredService<IAccountStore>();
        Account account = await accounts.AddAsync(name);
        Policy.Give(user, account.AccountId);
        if (isConnected)
        {
            await Services.GetRequiredService<ITokenStore>().SaveAsync(
                account.AccountId, new LwaCredentials(Amazon.ClientId, Amazon.ClientSecret, Amazon.RefreshToken));
        }
        else
        {
            await accounts.SetStatusAsync(account.AccountId, AccountStatus.NeedsConsent);
        }

        return (await accounts.FindAsync(account.AccountId))!;
    }

    /// <summary>Waits for the worker to end a run.</summary>
    public async Task CompleteAsync(long run)
    {
        IngestionRuns runs = Services.GetRequiredService<IngestionRuns>();
        long start = TimeProvider.System.GetTimestamp();
        while (!(await runs.FindAsync(run))!.IsFinal)
        {
            TimeProvider.System.GetElapsedTime(start).Should().BeLessThan(TimeSpan.FromMinutes(3));
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Amazon.DisposeAsync();
    }

    private static void Configure(PpcAdsOptions sdk, AmazonAdsSimulator amazon, DashboardSetup setup)
    {
        sdk.Client = SimulatedAmazon.OptionsFor(amazon);
        sdk.Client.ReportPollMinDelay = TimeSpan.FromMilliseconds(100);
        sdk.Client.RetryBaseDelay = TimeSpan.FromMilliseconds(50);
        sdk.Application = new LwaApplication { ClientId = amazon.ClientId, ClientSecret = amazon.ClientSecret };
        sdk.Ingestion.UseSmallSync();
        sdk.Ingestion.Datasets = ["sp.campaign"];
        sdk.Ingestion.BackfillDays = 30;
        sdk.Ingestion.WorkerDelay = TimeSpan.FromMilliseconds(200);
        setup.Sdk?.Invoke(sdk);
    }
}
