using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Readme;

/// <summary>The README's host. A test compares it with the page, another runs it.</summary>
internal static class ReadmeSnippets
{
    public static async Task HostAsync(WebApplicationBuilder builder)
    {
        builder.Services.AddScannedLogs();
        // <host>
        builder.Services.AddPpcAds()
            .UseSqlite("Data Source=ppcads.db") // or UsePostgreSql("Host=…"), or a DbContext of your own
            .StoreCredentialsInDatabase()
            .ProtectSecretsWithDataProtection()
            .AddIngestionWorker();
        WebApplication app = builder.Build();
        app.MapPpcAds("/api/v1")
            .AllowUnprotectedPpcAds(); // opens it to everybody; in a real service: RequireAuthorization()
        await app.RunAsync();
        // </host>
    }
}
