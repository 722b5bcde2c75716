using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PpcAds.Sdk.AspNetCore.Health;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Hosting;

/// <summary>A host whose database is down when it starts.</summary>
public sealed class StartWithoutStoreTests(PostgreSqlCluster cluster) : IClassFixture<PostgreSqlCluster>
{
    [SkippableFact]
    public async Task It_does_not_start_unless_it_may_and_then_says_so_until_the_database_is_back()
    {
        Skip.If(cluster.Missing is not null, cluster.Missing);
        string connection = await cluster.CreateDatabaseAsync();
        await cluster.StopAsync();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using WebApplication strict = Build(connection, time, mayContinue: false);
        await strict.Invoking(app => app.StartAsync()).Should().ThrowAsync<PpcAdsStorageException>();
        await using WebApplication app = Build(connection, time, mayContinue: true);

        await app.StartAsync();

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        HealthReportEntry down = await CheckAsync(app);
        (down.Status, down.Description).Should().Be(
            (HealthStatus.Unhealthy,
            "The host started without its store, which could not be reached. It is tried again every 10 seconds."));
        using (HttpResponseMessage answer = await client.GetAsync(new Uri("/api/v1/accounts", UriKind.Relative)))
        {
            answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter.Should().NotBeNull();
        }

        await cluster.StartAsync();
        HealthReportEntry up = down;
        long started = TimeProvider.System.GetTimestamp();
        while (up.Status != HealthStatus.Healthy)
        {
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromMinutes(1), up.Description);
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            up = await CheckAsync(app);
        }

        using HttpResponseMessage accounts = await client.GetAsync(new Uri("/api/v1/accounts", UriKind.Relative));
        accounts.StatusCode.Should().Be(HttpStatusCode.OK, "the tables were made");
        await app.StopAsync();
    }

    private static WebApplication Build(string connection, TimeProvider time, bool mayContinue)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time);
        builder.Services.AddScannedPpcAds(options => options.ContinueWithoutStore = mayContinue).UsePostgreSql(connection);
        builder.Services.AddHealthChecks().AddPpcAds();
        WebApplication app = builder.Build();
        app.MapPpcAds("/api/v1").AllowUnprotectedPpcAds();
        return app;
    }

    private static async Task<HealthReportEntry> CheckAsync(WebApplication app) =>
        (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check =>
            check.Name == PpcAdsHealthChecks.Store))
            .Entries[PpcAdsHealthChecks.Store];
}
