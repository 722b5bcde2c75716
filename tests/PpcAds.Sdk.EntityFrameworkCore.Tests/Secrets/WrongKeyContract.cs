using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>A host with keys other than those that the credentials were written with says so when it starts, once.</summary>
public abstract class WrongKeyContract : SecretContract
{
    [SkippableFact]
    public async Task The_same_keys_read_what_they_wrote()
    {
        AccountId account = await ConnectAsync(await StartAsync(Keys.Use));

        (await TokensOf(await StartAsync(Keys.Use)).FindAsync(account)).Should().Be(Credentials);
    }

    [SkippableFact]
    public async Task Another_key_ring_is_one_error_with_the_remedy()
    {
        await ConnectAsync(await StartAsync(Keys.Use));
        using var otherKeys = new KeyFolder();

        (await FailToStartAsync(otherKeys.Use)).Should().Contain("written with other keys").And.Contain("was not found in the key ring")
            .And.Contain("PersistKeysTo").And.Contain("AcceptLostSecretsAsync").And.Contain("ReconnectAsync");
    }

    [SkippableFact]
    public async Task Another_application_name_is_one_error_with_the_remedy()
    {
        await StartAsync(Keys.Use);

        (await FailToStartAsync(builder =>
        {
            Keys.Use(builder);
            builder.Services.AddDataProtection().SetApplicationName("renamed");
        })).Should().Contain("SetApplicationName");
    }

    [SkippableFact]
    public async Task A_revoked_key_is_one_error_with_the_remedy()
    {
        KeyFolder.RevokeAll(await StartAsync(Keys.Use));

        (await FailToStartAsync(Keys.Use)).Should().Contain("was revoked").And.Contain("renewed at Amazon").And.Contain("AcceptLostSecretsAsync");
    }

    [SkippableFact]
    public async Task Another_key_is_one_error_with_the_remedy()
    {
        await ConnectAsync(await StartAsync(WithKey(NewKey())));

        (await FailToStartAsync(WithKey(NewKey()))).Should().Contain("AesGcmSecretProtector").And.Contain("as a former key").And.Contain("AcceptLostSecretsAsync");
    }

    [SkippableFact]
    public async Task Another_protector_is_one_error_with_the_remedy()
    {
        await StartAsync(WithKey(NewKey()));

        (await FailToStartAsync(Keys.Use)).Should().Contain("not a secret that Data Protection wrote").And.Contain("Register the protector that wrote it");
    }

    [SkippableFact]
    public async Task No_protector_is_one_error_with_the_remedy() =>
        (await FailToStartAsync(_ => { })).Should().Contain("needs an ISecretProtector").And.Contain("ProtectSecretsWithDataProtection()");

    [SkippableFact]
    public async Task Credentials_that_are_older_than_the_canary_speak_for_it()
    {
        byte[] key = NewKey();
        await ConnectAsync(await StartAsync(WithKey(key)));
        await Database.ExecuteAsync("DELETE FROM ppc_secret_canary");

        (await FailToStartAsync(WithKey(NewKey()))).Should().Contain("written with other keys");
        await StartAsync(WithKey(key));
        (await FailToStartAsync(WithKey(NewKey()))).Should().Contain("written with other keys", "the canary is there now");
    }

    [SkippableFact]
    public async Task Hosts_that_start_at_once_share_a_canary()
    {
        byte[] key = NewKey();
        await TablesOf(Build(WithKey(key))).EnsureReadyAsync();
        await Database.ExecuteAsync("DELETE FROM ppc_secret_canary");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(WithKey(key)))));
    }

    [SkippableFact]
    public async Task Lost_keys_are_accepted_by_one_call_and_the_accounts_connected_again()
    {
        AccountId lost = await ConnectAsync(await StartAsync(WithKey(NewKey())));
        byte[] key = NewKey();
        IHost script = Build(WithKey(key));

        (await TablesOf(script).AcceptLostSecretsAsync()).Should().Equal(lost);

        IHost host = await StartAsync(WithKey(key));
        IAccountStore accounts = host.Services.GetRequiredService<IAccountStore>();
        (await accounts.FindAsync(lost))!.Status.Should().Be(AccountStatus.NeedsConsent);
        LwaCredentials renewed = Credentials.WithRefreshToken("Atzr|renewed");
        (await host.Services.GetRequiredService<AccountManager>().ReconnectAsync(lost, renewed)).Should().BeTrue();
        (await TokensOf(host).FindAsync(lost)).Should().Be(renewed);
        (await accounts.FindAsync(lost))!.Status.Should().Be(AccountStatus.Active);
    }

    [SkippableFact]
    public async Task Accounts_that_can_be_read_are_not_among_the_lost()
    {
        byte[] key = NewKey();
        IHost host = await StartAsync(WithKey(key));
        AccountId sound = await ConnectAsync(host);
        AccountId damaged = await ConnectAsync(host, "Damaged");
        await DamageAsync(damaged);

        (await TablesOf(host).AcceptLostSecretsAsync()).Should().Equal(damaged);

        (await host.Services.GetRequiredService<IAccountStore>().FindAsync(sound))!.Status.Should().Be(AccountStatus.Active);
        (await TokensOf(await StartAsync(WithKey(key))).FindAsync(sound)).Should().Be(Credentials);
    }
}
