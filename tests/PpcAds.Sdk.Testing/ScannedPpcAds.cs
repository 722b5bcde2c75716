using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Testing;

/// <summary>How tests register the SDK: as applications do, with every log line looked through.</summary>
public static class ScannedPpcAds
{
    /// <summary><c>AddPpcAds</c> with <see cref="AddScannedLogs"/>.</summary>
    public static IPpcAdsBuilder AddScannedPpcAds(this IServiceCollection services, Action<PpcAdsOptions>? configure = null) =>
        services.AddScannedLogs().AddPpcAds(configure);

    /// <summary>Looks through the log of a service collection, every level of it.</summary>
    public static IServiceCollection AddScannedLogs(this IServiceCollection services) => services.AddLogging(logging =>
    {
        logging.SetMinimumLevel(LogLevel.Trace);
        logging.Services.AddSingleton<ILoggerProvider>(_ => new ScanningLoggerProvider());
    });
}
