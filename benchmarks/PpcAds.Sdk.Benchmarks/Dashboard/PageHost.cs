using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Benchmarks.Reads;
using PpcAds.Sdk.Benchmarks.Syncing;

namespace PpcAds.Sdk.Benchmarks.Dashboard;

/// <summary>A service with the dashboard, the endpoints and <see cref="SameReads"/>, over real HTTP.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private PageHost(WebApplication application) => _application = application;

    /// <summary>The day after the last one that is loaded.</summary>
    public static DateTimeOffset Now { get; } =
        new(ReadsWorld.FirstDay.AddDays(ReadsWorld.Days - 3), new TimeOnly(12, 0), TimeSpan.Zero);

    public IServiceProvider Services => _application.Services;

    public static async Task<PageHost> StartAsync(PageDatabase database, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new ShiftedTime(Now - TimeProvider.System.GetUtcNow()));
        database.Use(builder.Services.AddPpcAds());
        WebApplication application = builder.Build();
        application.MapPpcAds().AllowUnprotectedPpcAds();
        application.MapPpcAdsDashboard().AllowUnprotectedPpcAds();
        SameReads.Map(application);
        await application.StartAsync(cancellationToken);
        return new PageHost(application);
    }

    public HttpClient CreateClient() => new()
    {
        BaseAddress = new Uri(
            Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
    };

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
