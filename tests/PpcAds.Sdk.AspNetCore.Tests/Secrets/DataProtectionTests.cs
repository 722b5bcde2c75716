using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Secrets;

public sealed class DataProtectionTests : IDisposable
{
    private const string Secret = "Atzr|a-refresh+token";
    private const string Purpose = "account/1/refresh-token";
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("ppcads-keys-");

    public void Dispose() => _keys.Delete(recursive: true);

    [Fact]
    public void What_was_protected_is_read_back_by_another_process()
    {
        string text = ProtectorOf(Build(WithKeys)).Protect(Secret, Purpose);

        ProtectorOf(Build(WithKeys)).Unprotect(text, Purpose).Should().Be(Secret);
    }

    [Fact]
    public void The_hosts_users_stay_logged_in()
    {
        string cookie = HostProtectorOf(WebApplication.CreateBuilder(), WithKeys).Protect("Ada");

        foreach (Action<IServiceCollection> order in (Action<IServiceCollection>[])[
            services => { WithKeys(services); services.AddScannedPpcAds().ProtectSecretsWithDataProtection(); },
            services => { services.AddScannedPpcAds().ProtectSecretsWithDataProtection(); WithKeys(services); }])
        {
            IDataProtector host = HostProtectorOf(WebApplication.CreateBuilder(), order);
            host.Unprotect(cookie).Should().Be("Ada");
        }
    }

    [Fact]
    public void The_hosts_application_name_is_used_and_not_replaced()
    {
        Action<IServiceCollection> named = services => services.AddDataProtection().PersistKeysToFileSystem(_keys).SetApplicationName("shop");
        string cookie = HostProtectorOf(WebApplication.CreateBuilder(), named).Protect("Ada");

        IDataProtector host = HostProtectorOf(WebApplication.CreateBuilder(), services =>
        {
            named(services);
            services.AddScannedPpcAds().ProtectSecretsWithDataProtection();
        });

        host.Unprotect(cookie).Should().Be("Ada");
        string secret = ProtectorOf(Build(named)).Protect(Secret, Purpose);
        Action read = () => ProtectorOf(Build(WithKeys)).Unprotect(secret, Purpose);
        read.Should().Throw<CryptographicException>().WithMessage("*SetApplicationName*");
    }

    [Fact]
    public void A_provider_of_the_hosts_own_is_left_alone()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());

        services.AddScannedPpcAds().ProtectSecretsWithDataProtection();

        services.Should().NotContain(service => service.ServiceType == typeof(IKeyManager));
        ISecretProtector protector = ProtectorOf(services.BuildServiceProvider());
        protector.Unprotect(protector.Protect(Secret, Purpose), Purpose).Should().Be(Secret);
    }

    [Fact]
    public void A_secret_is_not_readable_for_another_purpose_nor_by_the_host()
    {
        IServiceProvider services = Build(WithKeys);
        string text = ProtectorOf(services).Protect(Secret, Purpose);

        Action other = () => ProtectorOf(services).Unprotect(text, "account/2/refresh-token");
        Action host = () => services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose).Unprotect(text["d1.".Length..]);

        other.Should().Throw<CryptographicException>();
        host.Should().Throw<CryptographicException>();
    }

    [Fact]
    public void A_key_that_is_not_in_the_ring_is_told_with_the_remedy()
    {
        string text = ProtectorOf(Build(services => services.AddDataProtection().UseEphemeralDataProtectionProvider())).Protect(Secret, Purpose);

        Refusal(Build(WithKeys), text).Should().Contain("was not found in the key ring").And.Contain("PersistKeysTo");
    }

    [Fact]
    public void A_revoked_key_is_told_with_another_remedy()
    {
        IServiceProvider services = Build(WithKeys);
        string text = ProtectorOf(services).Protect(Secret, Purpose);
        services.GetRequiredService<IKeyManager>().RevokeAllKeys(TimeProvider.System.GetUtcNow(), "Stolen.");

        Refusal(Build(WithKeys), text).Should().Contain("was revoked").And.NotContain("PersistKeysTo");
    }

    [Fact]
    public void A_host_without_a_usable_key_is_told_so()
    {
        IServiceProvider services = Build(collection =>
        {
            WithKeys(collection);
            collection.AddDataProtection().DisableAutomaticKeyGeneration();
        });

        Action protect = () => ProtectorOf(services).Protect(Secret, Purpose);

        protect.Should().Throw<CryptographicException>().WithMessage("*no key to encrypt with*AddDataProtection()*")
            .Which.ToString().Should().NotContain(Secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d1.")]
    [InlineData("d1.AAAA")]
    [InlineData("d1.not base64!")]
    [InlineData("g1.written by another protector")]
    [InlineData("Atzr|clear text")]
    public void What_it_did_not_write_is_refused(string text) => Refusal(Build(WithKeys), text).Should().Contain("onnect the account again");

    private static string Refusal(IServiceProvider services, string text)
    {
        Action read = () => ProtectorOf(services).Unprotect(text, Purpose);
        return read.Should().Throw<CryptographicException>().Which.Message;
    }

    private static ISecretProtector ProtectorOf(IServiceProvider services) => services.GetRequiredService<ISecretProtector>();

    /// <summary>What ASP.NET Core encrypts its cookies with, in a host as it usually is.</summary>
    private static IDataProtector HostProtectorOf(WebApplicationBuilder builder, Action<IServiceCollection> configure)
    {
        configure(builder.Services);
        return builder.Build().Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Microsoft.AspNetCore.Authentication.Cookies");
    }

    private static IServiceProvider Build(Action<IServiceCollection> configure)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        configure(builder.Services);
        builder.Services.AddScannedPpcAds().ProtectSecretsWithDataProtection();
        return builder.Build().Services;
    }

    private void WithKeys(IServiceCollection services) => services.AddDataProtection().PersistKeysToFileSystem(_keys);
}
