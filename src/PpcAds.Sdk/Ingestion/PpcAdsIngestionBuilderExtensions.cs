using PpcAds.Sdk;
using PpcAds.Sdk.Ingestion;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the worker.</summary>
public static class PpcAdsIngestionBuilderExtensions
{
    /// <summary>
    /// Adds a background service that syncs all accounts every <see cref="IngestionOptions.SyncInterval"/> and takes reports on in
    /// between. Several processes on one database share the work.
    /// </summary>
    public static IPpcAdsBuilder AddIngestionWorker(this IPpcAdsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHostedService<IngestionWorker>();
        return builder;
    }
}
