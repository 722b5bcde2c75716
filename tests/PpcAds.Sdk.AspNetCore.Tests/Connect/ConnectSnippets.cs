using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>The code of docs/connect.md. A test compares it with the page, another runs it.</summary>
internal static class ConnectSnippets
{
    public static WebApplication Build(WebApplicationBuilder builder, Func<string?, AccountId, bool> mayConnect)
    {
        builder.Services.AddScannedLogs();
        // <host>
        builder.Services
            .AddPpcAds(options => options.Application = builder.Configuration.GetSection("AmazonAds").Get<LwaApplication>())
            .UseInMemory() // UseSqlite(…) or UsePostgreSql(…) in production, with StoreCredentialsInDatabase().ProtectSecretsWithDataProtection()
            .AddConnectWithAmazon(options =>
            {
                options.MayConnect = (context, accountId, _) => ValueTask.FromResult(mayConnect(context.User.Identity?.Name, accountId));
                options.ConnectedPage = "/settings/ads";
                options.RefusedPage = "/settings/ads";
            });
        WebApplication app = builder.Build();
        app.MapPpcAdsConnect("/api/v1");
        // </host>
        return app;
    }

    public static void Health(IServiceCollection services)
    {
        // <health>
        services.AddHealthChecks().AddPpcAds(options => options.DegradedAfterDays = 2);
        // </health>
    }
}
