using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Tests.Accounts;
using Xunit;

namespace PpcAds.Sdk.Tests.Ingestion;

/// <summary>Grants that change while the SDK works with the one before.</summary>
public sealed class RenewedGrantTests
{
    [Fact]
    public async Task An_account_that_is_connected_again_while_a_sync_meets_the_old_grant_stays_active()
    {
        HookedAccountStore accounts = null!;
        await using Ingestion ingestion = await Ingestion.StartAsync(services: (services, storage) =>
            services.Replace(ServiceDescriptor.Singleton<IAccountStore>(accounts = new HookedAccountStore(storage.Accounts))));
        ingestion.Simulator.Tokens.Revoke();
        accounts.BeforeStatus = async status =>
        {
            if (status == AccountStatus.NeedsConsent)
            {
                await ConnectAgainAsync(ingestion);
            }
        };

        IngestionResult met = await ingestion.SyncAsync();

        met.Succeeded.Should().BeFalse("its grant was revoked");
        (await ingestion.Storage.Accounts.FindAsync(ingestion.Account))!.Status.Should().Be(AccountStatus.Active);
        (await ingestion.SyncAsync()).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task A_rotated_token_that_the_store_refuses_twice_is_stored_a_few_seconds_later_without_another_refresh()
    {
        HookedTokenStore tokens = null!;
        await using Ingestion ingestion = await Ingestion.StartAsync(services: (services, _) =>
            services.Replace(ServiceDescriptor.Singleton<ITokenStore>(
                provider => tokens = new HookedTokenStore(provider.GetRequiredService<InMemoryTokenStore>()))));
        string first = ingestion.Simulator.RefreshToken;
        ingestion.Simulator.Quirks.RotateRefreshToken = true;
        tokens.Failures = 2;
        AmazonAdsClient client = await ingestion.Clients.CreateAsync(ingestion.Account);

        await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica);

        foreach (TimeSpan delay in (TimeSpan[])[TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)])
        {
            tokens.Replaced.Task.IsCompleted.Should().BeFalse();
            (await ingestion.Time.NextWaitAsync()).Should().Be(delay);
            ingestion.Time.Advance(delay);
        }

        await tokens.Replaced.Task.WaitAsync(TimeSpan.FromSeconds(30));
        (await ingestion.Tokens.FindAsync(ingestion.Account)).Should().Be(client.Credentials);
        client.Credentials.RefreshToken.Should().NotBe(first);
        tokens.Replacements.Should().Equal(false, false, true);
        ingestion.Simulator.Requests.Count("lwa.token").Should().Be(1);
    }

    private static async Task ConnectAgainAsync(Ingestion ingestion)
    {
        string token = ingestion.Simulator.Tokens.Grants[0].ConsentAnew();
        var credentials = new LwaCredentials(ingestion.Simulator.ClientId, ingestion.Simulator.ClientSecret, token);
        var manager = new AccountManager(ingestion.Storage.Accounts, ingestion.Tokens);
        (await manager.ReconnectAsync(ingestion.Account, credentials)).Should().BeTrue();
    }
}
