using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.Accounts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps credentials in the database.</summary>
public static class PpcAdsStorageBuilderExtensions
{
    /// <summary>
    /// Keeps credentials in the database as well, encrypted by the registered <see cref="ISecretProtector"/>. There is no clear-text mode.
    /// </summary>
    public static IPpcAdsBuilder StoreCredentialsInDatabase(this IPpcAdsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ITokenStore, EfTokenStore>());
        return builder;
    }
}
