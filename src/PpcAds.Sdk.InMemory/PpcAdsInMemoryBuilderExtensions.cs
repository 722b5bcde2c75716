using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk;
using PpcAds.Sdk.InMemory;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Stores Amazon Ads data in memory.</summary>
public static class PpcAdsInMemoryBuilderExtensions
{
    /// <summary>Keeps everything in one <see cref="InMemoryStorage"/>, which can be resolved as a service.</summary>
    public static IPpcAdsBuilder UseInMemory(this IPpcAdsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(provider => new InMemoryStorage(provider.GetRequiredService<TimeProvider>()));
        builder.Services.Replace(
            ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().Accounts));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().Sink));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().Jobs));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().Leases));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().Log));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().Runs));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().Reader));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().History));
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<InMemoryStorage>().Tables));
        return builder;
    }
}
