using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a sink of the host's own.</summary>
public static class PpcAdsSinkBuilderExtensions
{
    /// <summary>
    /// Loads entities and reports into a sink of your own. Accounts, report jobs, leases and runs stay where <c>UseSqlite</c>,
    /// <c>UsePostgreSql</c> or <c>UseInMemory</c> keeps them, one of which is called before.
    /// </summary>
    /// <remarks>
    /// <see cref="IPpcAdsReader"/>, and with it the endpoints that read data, still reads the tables of that store, which stay
    /// empty.
    /// </remarks>
    /// <typeparam name="TSink">
    /// The sink, which also reads what an ingestion has to know of its data. One instance is made for the host.
    /// </typeparam>
    /// <param name="builder">The registration of the SDK.</param>
    /// <exception cref="InvalidOperationException">No store for accounts and report jobs was registered before.</exception>
    public static IPpcAdsBuilder UseSink<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSink>(
        this IPpcAdsBuilder builder)
        where TSink : class, IEtlSink, IIngestionReader
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!builder.Services.Any(service => service.ServiceType == typeof(IAccountStore)))
        {
            throw new InvalidOperationException(
                $"PpcAds: UseSink<{typeof(TSink).Name}>() follows UseSqlite(…), UsePostgreSql(…) or UseInMemory(), which keep "
                + "accounts and report jobs.");
        }

        builder.Services.TryAddSingleton<TSink>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IEtlSink>(provider => provider.GetRequiredService<TSink>()));
        builder.Services.Replace(ServiceDescriptor.Singleton<IIngestionReader>(provider => provider.GetRequiredService<TSink>()));
        return builder;
    }
}
