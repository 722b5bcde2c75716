using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Benchmarks.Syncing;

namespace PpcAds.Sdk.Benchmarks.Serving;

/// <summary>A service with the endpoints on PostgreSQL, over real HTTP: users by a header, and an endpoint that does nothing.</summary>
internal sealed class ServedHost : IAsyncDisposable
{
    public const string Trivial = "/ping";

    private const string UserHeader = "X-User";
    private const int Unlimited = 1_000_000;

    private readonly WebApplication _application;

    private ServedHost(WebApplication application)
    {
        _application = application;
        string address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address);
    }

    public Uri Address { get; }

    public IServiceProvider Services => _application.Services;

    public OwnerPolicy Policy => _application.Services.GetRequiredService<OwnerPolicy>();

    /// <param name="connection">The database.</param>
    /// <param name="amazon">Who stands for Amazon; null when nothing is synced.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ServedHost> StartAsync(string connection, SimulatorAddress? amazon, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<OwnerPolicy>();
        builder.Services.AddSingleton<IPpcAdsAccessPolicy>(provider => provider.GetRequiredService<OwnerPolicy>());
        if (amazon is not null)
        {
            builder.Services.AddSingleton<TimeProvider>(new ShiftedTime(amazon.Now - TimeProvider.System.GetUtcNow()));
        }

        builder.Services.AddPpcAds(options =>
        {
            if (amazon is not null)
            {
                options.Client.Endpoints = new AmazonAdsEndpoints
                {
                    NorthAmerica = amazon.NorthAmerica,
                    Europe = amazon.Europe,
                    FarEast = amazon.FarEast,
                    Token = amazon.Token,
                };
            }

            options.Client.ReportPollMinDelay = TimeSpan.FromSeconds(1);
            options.Ingestion.Datasets = ["sp.campaign"];
            options.Ingestion.BackfillDays = 7;
        }).UsePostgreSql(connection);
        WebApplication application = builder.Build();
        application.Use((context, next) =>
        {
            var name = new Claim(ClaimTypes.Name, context.Request.Headers[UserHeader].ToString());
            context.User = new ClaimsPrincipal(new ClaimsIdentity([name], UserHeader));
            return next(context);
        });
        application.MapGet(Trivial, () => "pong");
        application.MapPpcAds(configure: limits =>
            (limits.SyncRequestsPerMinute, limits.AccountRequestsPerMinute, limits.CredentialRequestsPerMinute) =
                (Unlimited, Unlimited, Unlimited))
            .AllowUnprotectedPpcAds();
        await application.StartAsync(cancellationToken);
        return new ServedHost(application);
    }

    /// <summary>A client of one user.</summary>
    public HttpClient CreateClient(string user)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add(UserHeader, user);
        return client;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
