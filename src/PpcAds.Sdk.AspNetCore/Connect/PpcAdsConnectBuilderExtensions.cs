using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PpcAds.Sdk;
using PpcAds.Sdk.AspNetCore.Connect;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets advertisers connect their accounts by consenting at Amazon.</summary>
public static class PpcAdsConnectBuilderExtensions
{
    /// <summary>
    /// Adds what <c>MapPpcAdsConnect</c> needs. Requires <see cref="PpcAdsOptions.Application"/>. Several instances need the same
    /// Data Protection keys, as stored credentials do. Register an <see cref="IPpcAdsConnectedHandler"/> before this call to
    /// handle connected accounts yourself, in place of the first sync.
    /// </summary>
    /// <param name="builder">What <c>AddPpcAds</c> returned.</param>
    /// <param name="configure">Says who may connect which account, and where browsers go afterwards.</param>
    public static IPpcAdsBuilder AddConnectWithAmazon(this IPpcAdsBuilder builder, Action<PpcAdsConnectOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddOptions<PpcAdsConnectOptions>().ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<PpcAdsConnectOptions>, PpcAdsConnectOptionsValidator>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.All(service => service.ServiceType != typeof(IDataProtectionProvider)))
        {
            services.AddDataProtection();
        }

        services.TryAddSingleton<ConnectTickets>();
        services.TryAddSingleton<ConnectAccess>();
        services.TryAddSingleton<ConnectLimit>();
        services.TryAddSingleton<ConnectStart>();

        // A request's: the host's handler may need the services of one.
        services.TryAddScoped<ConnectCallback>();
        services.TryAddSingleton<IPpcAdsConnectedHandler, FirstSync>();
        return builder;
    }
}
