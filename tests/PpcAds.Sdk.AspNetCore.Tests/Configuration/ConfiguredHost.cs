using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.AspNetCore.Connect;
using PpcAds.Sdk.AspNetCore.Health;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Configuration;

/// <summary>A host that takes its options from JSON, as samples/AspNetHost does, and starts, so that they are checked.</summary>
internal static class ConfiguredHost
{
    /// <summary>Connecting accounts needs an application, so that every host here has one.</summary>
    public const string Application = """
        { "PpcAds": { "Application": { "ClientId": "amzn1.application-oa2-client.1", "ClientSecret": "amzn1.oa2-cs.v1.x" } } }
        """;

    /// <summary>The sections, each with the options class that is bound to it.</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } = new Dictionary<string, Type>
    {
        ["PpcAds"] = typeof(PpcAdsOptions),
        ["PpcAdsConnect"] = typeof(PpcAdsConnectOptions),
        ["PpcAdsHealth"] = typeof(PpcAdsHealthOptions),
        ["PpcAdsEndpoints"] = typeof(PpcAdsEndpointOptions),
    };

    /// <summary>Starts and stops the host.</summary>
    /// <param name="json">A configuration file over the one with the application; none by default.</param>
    /// <returns>The options of each section.</returns>
    public static async Task<IReadOnlyDictionary<string, object>> StartAsync(string json = "{}")
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        foreach (string text in new[] { Application, json })
        {
            builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        }

        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddScannedPpcAds(options => builder.Configuration.GetSection("PpcAds").Bind(options)).UseInMemory()
            .AddConnectWithAmazon(options => builder.Configuration.GetSection("PpcAdsConnect").Bind(options));
        builder.Services.AddHealthChecks().AddPpcAds(options => builder.Configuration.GetSection("PpcAdsHealth").Bind(options));
        await using WebApplication app = builder.Build();
        PpcAdsEndpointOptions? endpoints = null;
        app.MapPpcAds("/api/v1", options =>
        {
            builder.Configuration.GetSection("PpcAdsEndpoints").Bind(options);
            endpoints = options;
        });
        await app.StartAsync();
        await app.StopAsync();
        return new Dictionary<string, object>
        {
            ["PpcAds"] = app.Services.GetRequiredService<IOptions<PpcAdsOptions>>().Value,
            ["PpcAdsConnect"] = app.Services.GetRequiredService<IOptions<PpcAdsConnectOptions>>().Value,
            ["PpcAdsHealth"] = app.Services.GetRequiredService<IOptions<PpcAdsHealthOptions>>().Value,
            ["PpcAdsEndpoints"] = endpoints!,
        };
    }
}
