using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk;
using PpcAds.Sdk.AspNetCore.Secrets;
using PpcAds.Sdk.Authentication;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Encrypts stored credentials with the host's Data Protection keys.</summary>
public static class PpcAdsDataProtectionBuilderExtensions
{
    /// <summary>
    /// Encrypts stored credentials with the host's Data Protection keys, under a purpose of the SDK's own. The host's
    /// configuration of Data Protection, its application name above all, stays as it is; a host without one gets ASP.NET Core's
    /// defaults. Make the host persist its keys (<c>PersistKeysTo…</c>): without them the credentials are lost.
    /// </summary>
    public static IPpcAdsBuilder ProtectSecretsWithDataProtection(this IPpcAdsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        if (services.All(service => service.ServiceType != typeof(IDataProtectionProvider)))
        {
            services.AddDataProtection();
        }

        services.Replace(ServiceDescriptor.Singleton<ISecretProtector, DataProtectionSecretProtector>());
        return builder;
    }
}
