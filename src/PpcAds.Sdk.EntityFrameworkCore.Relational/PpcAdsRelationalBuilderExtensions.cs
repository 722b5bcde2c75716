using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Relational;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Ingestion;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Reading;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Throttling;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Throttling;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Stores Amazon Ads data in the database of any relational provider of EF Core.</summary>
public static class PpcAdsRelationalBuilderExtensions
{
    /// <summary>
    /// Stores everything in the database of any relational provider of EF Core, by EF Core alone. The packages for SQLite and
    /// PostgreSQL are faster there. The tables are made when the host starts, see
    /// <see cref="RelationalPpcAdsDatabase.EnsureReadyAsync"/>.
    /// </summary>
    /// <param name="builder">The SDK's registration.</param>
    /// <param name="configure">Chooses the provider, such as <c>options => options.UseSqlServer(connectionString)</c>.</param>
    public static IPpcAdsBuilder UseEntityFrameworkCore(
        this IPpcAdsBuilder builder, Action<DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IServiceCollection services = builder.Services;
        services.AddDbContext<RelationalPpcAdsDbContext>(options =>
        {
            PpcAdsStorage.LogStatementsAtDebug(options);
            configure(options);
        });
        PpcAdsStorage.AddContexts<RelationalPpcAdsDbContext>(builder);
        services.AddSingleton<Transactions>();
        services.AddSingleton<Turns>();
        services.Replace(ServiceDescriptor.Singleton<IAccountStore, RelationalAccountStore>());
        services.Replace(ServiceDescriptor.Singleton<IEtlSink, RelationalEtlSink>());
        services.Replace(ServiceDescriptor.Singleton<IReportJobStore, RelationalReportJobStore>());
        services.Replace(ServiceDescriptor.Singleton<ILeaseStore, RelationalLeaseStore>());
        services.Replace(ServiceDescriptor.Singleton<ISyncLog, RelationalSyncLog>());
        services.Replace(ServiceDescriptor.Singleton<IRunStore, RelationalRunStore>());
        services.Replace(ServiceDescriptor.Singleton<IPpcAdsReader, RelationalReader>());
        services.Replace(ServiceDescriptor.Singleton<IFigureHistory, RelationalFigureHistory>());
        services.Replace(ServiceDescriptor.Singleton<IPerformanceTableReader, RelationalTableReader>());
        services.TryAddSingleton<IRateStore, RelationalRateStore>();
        services.AddSingleton(provider => new RelationalPpcAdsDatabase(
            provider.GetRequiredService<IPpcAdsContexts>(), provider));
        services.AddHostedService<RelationalStartup>();
        return builder;
    }
}
