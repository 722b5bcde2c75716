using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>A service on Kestrel that knows its users by a cookie, as services with a session do.</summary>
internal sealed class ConnectHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ConnectHost(WebApplication application, string prefix)
    {
        _application = application;
        Prefix = prefix;
    }

    public string Prefix { get; }

    public IServiceProvider Services => _application.Services;

    public Uri BaseAddress => new(_application.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Uri Callback => new(BaseAddress, $"{Prefix}/connect/amazon/callback");

    public Uri Start(AccountId accountId, string query = "") => new(BaseAddress, $"{Prefix}/connect/amazon/{accountId}{query}");

    public static async Task<ConnectHost> StartAsync(Action<IServiceCollection> services, string prefix = "", Action<WebApplication>? map = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();

        // As the template of ASP.NET Core has it: else the host writes every address with its query, and codes with it.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        services(builder.Services);
        WebApplication application = builder.Build();
        application.Use(async (context, next) =>
        {
            if (context.Request.Cookies["session"] is { } user)
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user), new Claim(ClaimTypes.NameIdentifier, $"id-{user}")], "session"));
            }

            await next(context);
        });
        (map ?? (app => app.MapPpcAdsConnect(prefix)))(application);
        await application.StartAsync();
        return new ConnectHost(application, prefix);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
