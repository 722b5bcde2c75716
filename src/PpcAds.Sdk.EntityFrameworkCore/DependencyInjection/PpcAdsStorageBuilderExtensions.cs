using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore.Accounts;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Secrets;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps credentials in the database.</summary>
public static class PpcAdsStorageBuilderExtensions
{
    /// <summary>
    /// Keeps credentials in the database as well, encrypted by the registered <see cref="ISecretProtector"/>. There is no
    /// clear-text mode. When the host starts, a canary row shows whether the keys are the ones that the credentials were written
    /// with.
    /// </summary>
    public static IPpcAdsBuilder StoreCredentialsInDatabase(this IPpcAdsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.Replace(ServiceDescriptor.Singleton<ITokenStore, EfTokenStore>());
        services.TryAddSingleton(provider => new CredentialCipher(Protector(provider)));
        services.TryAddSingleton(provider => new StoredSecrets(
            provider.GetRequiredService<IPpcAdsContexts>(),
            provider.GetRequiredService<CredentialCipher>(),
            new SecretCanary(
                provider.GetRequiredService<IPpcAdsContexts>(), Protector(provider), provider.GetRequiredService<TimeProvider>()),
            Protector(provider).GetType().Name,
            provider.GetRequiredService<IAccountStore>(),
            provider.GetRequiredService<TimeProvider>()));
        return builder;
    }

    private static ISecretProtector Protector(IServiceProvider provider) =>
        provider.GetService<ISecretProtector>() ?? throw new InvalidOperationException(
            "PpcAds: StoreCredentialsInDatabase() needs an ISecretProtector. Call ProtectSecretsWithDataProtection() of "
            + "PpcAds.Sdk.AspNetCore, or register an AesGcmSecretProtector with a key of yours, or one of your own.");
}
