using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>A database of a test's own, and hosts that start on it one after another.</summary>
public abstract class SecretContract : IAsyncLifetime
{
    internal static readonly LwaCredentials Credentials = new("amzn1.application-oa2-client.1", "amzn1.oa2-cs.v1.a-client-secret", "Atzr|a-refresh+token/that=is?long");

    private readonly List<IHost> _hosts = [];

    protected SecretDatabase Database { get; private set; } = null!;

    protected KeyFolder Keys { get; } = new();

    public async Task InitializeAsync() => Database = await OpenAsync();

    public async Task DisposeAsync()
    {
        foreach (IHost host in _hosts)
        {
            host.Dispose();
        }

        Keys.Dispose();
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }

    protected static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Encrypts with a key of the host's own.</summary>
    protected static Action<IPpcAdsBuilder> WithKey(byte[] key, params byte[][] formerKeys) =>
        With(new AesGcmSecretProtector(key, formerKeys));

    protected static Action<IPpcAdsBuilder> With(ISecretProtector protector) => builder => builder.Services.AddSingleton(protector);

    protected abstract Task<SecretDatabase> OpenAsync();

    /// <summary>A process that is not started: what a script has.</summary>
    protected IHost Build(Action<IPpcAdsBuilder> protect)
    {
        ArgumentNullException.ThrowIfNull(protect);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        IPpcAdsBuilder sdk = builder.Services.AddScannedPpcAds();
        Database.Use(sdk);
        sdk.StoreCredentialsInDatabase();
        protect(sdk);
        IHost host = builder.Build();
        _hosts.Add(host);
        return host;
    }

    /// <summary>A process that started.</summary>
    protected async Task<IHost> StartAsync(Action<IPpcAdsBuilder> protect)
    {
        IHost host = Build(protect);
        await host.StartAsync();
        return host;
    }

    /// <summary>What a process that cannot start says.</summary>
    protected async Task<string> FailToStartAsync(Action<IPpcAdsBuilder> protect)
    {
        Func<Task> start = () => StartAsync(protect);
        string message = (await start.Should().ThrowAsync<InvalidOperationException>()).Which.Message;
        message.Should().StartWith("PpcAds: ").And.NotContain(Credentials.ClientSecret).And.NotContain(Credentials.RefreshToken);
        return message;
    }

    protected static async Task<AccountId> ConnectAsync(IHost host, string name = "Acme")
    {
        ArgumentNullException.ThrowIfNull(host);
        return (await host.Services.GetRequiredService<AccountManager>().ConnectAsync(name, Credentials)).AccountId;
    }

    protected static ITokenStore TokensOf(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Services.GetRequiredService<ITokenStore>();
    }

    protected static PpcAdsDatabase TablesOf(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Services.GetRequiredService<PpcAdsDatabase>();
    }

    /// <summary>Makes a row unreadable, as damage would.</summary>
    protected Task DamageAsync(AccountId account) =>
        Database.ExecuteAsync($"UPDATE ppc_account_credentials SET protected_refresh_token = substr(protected_refresh_token, 1, 40) WHERE account_id = {account.Value}");
}
