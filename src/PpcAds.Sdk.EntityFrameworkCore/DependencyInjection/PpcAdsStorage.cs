using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Ingestion;
using PpcAds.Sdk.EntityFrameworkCore.Loading;
using PpcAds.Sdk.EntityFrameworkCore.Reading;
using PpcAds.Sdk.EntityFrameworkCore.Secrets;
using PpcAds.Sdk.EntityFrameworkCore.Throttling;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Leases;
using PpcAds.Sdk.Reading;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>
/// Registers stores, sink and reader over a context. For the package of a database; applications call its <c>Use…</c>.
/// </summary>
[Experimental(Experimentals.StoreMakers)]
public static class PpcAdsStorage
{
    /// <summary>Registers them.</summary>
    /// <typeparam name="TContext">The context that holds the tables; registered by the caller.</typeparam>
    /// <param name="builder">The SDK's registration.</param>
    /// <param name="dialect">The kind of database.</param>
    /// <param name="options">How the tables come to be.</param>
    public static IPpcAdsBuilder Add<TContext>(IPpcAdsBuilder builder, PpcAdsSqlDialect dialect, PpcAdsStorageOptions options)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dialect);
        IServiceCollection services = builder.Services;
        // By a factory, so that the container disposes what the dialect holds.
        services.AddSingleton(_ => dialect);
        services.AddSingleton(options);
        services.Replace(ServiceDescriptor.Singleton(dialect.Faults));
        AddContexts<TContext>(builder);
        services.Replace(ServiceDescriptor.Singleton<IAccountStore, EfAccountStore>());
        services.Replace(ServiceDescriptor.Singleton<IEtlSink, EfEtlSink>());
        services.Replace(ServiceDescriptor.Singleton<IReportJobStore, EfReportJobStore>());
        services.Replace(ServiceDescriptor.Singleton<ILeaseStore, EfLeaseStore>());
        services.Replace(ServiceDescriptor.Singleton<ISyncLog, EfSyncLog>());
        services.Replace(ServiceDescriptor.Singleton<IRunStore, EfRunStore>());
        services.Replace(ServiceDescriptor.Singleton<IPpcAdsReader, EfReader>());
        services.Replace(ServiceDescriptor.Singleton<IPerformanceTableReader, EfTableReader>());
        services.Replace(ServiceDescriptor.Singleton<IFigureHistory, EfFigureHistory>());
        services.TryAddSingleton<IRateStore, EfRateStore>();
        services.AddSingleton(provider => new PpcAdsDatabase(
            provider.GetRequiredService<IPpcAdsContexts>(),
            options,
            dialect,
            provider.GetService<StoredSecrets>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<PpcAdsDatabaseStartup>();
        return builder;
    }

    /// <summary>
    /// Registers the context alone, for a package that brings all stores of its own; credentials can be kept in its database.
    /// </summary>
    /// <typeparam name="TContext">The context that holds the tables; registered by the caller.</typeparam>
    /// <param name="builder">The SDK's registration.</param>
    public static IPpcAdsBuilder AddContexts<TContext>(IPpcAdsBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IPpcAdsContexts, ScopedContexts<TContext>>();
        return builder;
    }

    /// <summary>
    /// Has a context of the SDK's own log the statements that succeed at <see cref="LogLevel.Debug"/>: there are thousands in
    /// a first sync. The host's contexts log as the host says.
    /// </summary>
    /// <param name="options">The options of the context.</param>
    public static void LogStatementsAtDebug(DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));
    }

    /// <summary>
    /// Checks that the keys are those that the credentials in the database were written with, if any are there.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <exception cref="InvalidOperationException">The keys are not the ones that the credentials were written with.</exception>
    public static Task CheckCredentialsAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.GetService<StoredSecrets>()?.CheckAsync(cancellationToken) ?? Task.CompletedTask;
    }
}
