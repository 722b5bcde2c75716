using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Secrets;

/// <summary>A key takes another's place: what it wrote stays readable, and moves to the new one by writes or by one call.</summary>
public abstract class KeyRotationContract : SecretContract
{
    private readonly byte[] _former = NewKey();
    private readonly byte[] _current = NewKey();

    [SkippableFact]
    public async Task The_next_write_uses_the_current_key()
    {
        IHost before = await StartAsync(WithKey(_former));
        AccountId written = await ConnectAsync(before);
        AccountId untouched = await ConnectAsync(before, "Untouched");
        ITokenStore between = TokensOf(await StartAsync(WithKey(_current, _former)));
        (await between.FindAsync(written)).Should().Be(Credentials);
        LwaCredentials rotated = Credentials.WithRefreshToken("Atzr|rotated");

        (await between.TryReplaceAsync(written, Credentials, rotated)).Should().BeTrue();

        ITokenStore after = TokensOf(Build(WithKey(_current)));
        (await after.FindAsync(written)).Should().Be(rotated);
        Func<Task> read = async () => await after.FindAsync(untouched);
        (await read.Should().ThrowAsync<CryptographicException>()).WithMessage($"*account {untouched.Value} *former key*");
    }

    [SkippableFact]
    public async Task A_former_key_that_is_dropped_too_early_is_told_at_start()
    {
        await ConnectAsync(await StartAsync(WithKey(_former)));
        await ConnectAsync(await StartAsync(WithKey(_current, _former)), "Written with the current key");

        (await FailToStartAsync(WithKey(_current))).Should().Contain("as a former key");
    }

    [SkippableFact]
    public async Task After_one_call_the_former_key_can_be_dropped()
    {
        AccountId account = await ConnectAsync(await StartAsync(WithKey(_former)));
        SecretReencryption result = await TablesOf(await StartAsync(WithKey(_current, _former))).ReencryptSecretsAsync();

        result.Reencrypted.Should().Equal(account);
        result.Unreadable.Should().BeEmpty();
        (await TokensOf(await StartAsync(WithKey(_current))).FindAsync(account)).Should().Be(Credentials);
        (await FailToStartAsync(WithKey(_former))).Should().Contain("written with other keys");
    }

    [SkippableFact]
    public async Task A_rotated_key_ring_reads_what_its_former_key_wrote()
    {
        IHost before = await StartAsync(Keys.Use);
        AccountId account = await ConnectAsync(before);
        KeyFolder.Rotate(before);

        (await TokensOf(await StartAsync(Keys.Use)).FindAsync(account)).Should().Be(Credentials);
        Keys.LoseFormerKeys();
        (await FailToStartAsync(Keys.Use)).Should().Contain("was not found in the key ring");
    }

    [SkippableFact]
    public async Task After_one_call_the_former_key_of_a_key_ring_can_be_lost()
    {
        IHost before = await StartAsync(Keys.Use);
        AccountId account = await ConnectAsync(before);
        KeyFolder.Rotate(before);
        (await TablesOf(await StartAsync(Keys.Use)).ReencryptSecretsAsync()).Reencrypted.Should().Equal(account);

        Keys.LoseFormerKeys();

        (await TokensOf(await StartAsync(Keys.Use)).FindAsync(account)).Should().Be(Credentials);
    }

    [SkippableFact]
    public async Task A_damaged_row_is_told_and_does_not_stop_the_others()
    {
        IHost before = await StartAsync(WithKey(_former));
        AccountId damaged = await ConnectAsync(before, "Damaged");
        AccountId sound = await ConnectAsync(before);
        await DamageAsync(damaged);

        SecretReencryption result = await TablesOf(await StartAsync(WithKey(_current, _former))).ReencryptSecretsAsync();

        result.Unreadable.Should().Equal(damaged);
        result.Reencrypted.Should().Equal(sound);
        (await TokensOf(await StartAsync(WithKey(_current))).FindAsync(sound)).Should().Be(Credentials);
    }

    [SkippableFact]
    public async Task With_wrong_keys_nothing_is_encrypted_anew()
    {
        AccountId account = await ConnectAsync(await StartAsync(WithKey(_former)));
        Func<Task> reencrypt = () => TablesOf(Build(WithKey(_current))).ReencryptSecretsAsync();

        await reencrypt.Should().ThrowAsync<InvalidOperationException>();

        (await TokensOf(await StartAsync(WithKey(_former))).FindAsync(account)).Should().Be(Credentials);
    }

    [SkippableFact]
    public async Task A_token_that_rotates_meanwhile_is_not_lost()
    {
        AccountId account = await ConnectAsync(await StartAsync(WithKey(_former)));
        IHost other = await StartAsync(WithKey(_current, _former));
        using var held = new HeldProtector(new AesGcmSecretProtector(_current, _former));
        ITokenStore tokens = TokensOf(Build(With(held)));
        LwaCredentials rotated = Credentials.WithRefreshToken("Atzr|rotated");

        Task<bool> replacement = Task.Run(async () => await tokens.TryReplaceAsync(account, Credentials, rotated));
        await held.Reached;
        await TablesOf(other).ReencryptSecretsAsync();
        held.Release();

        (await replacement).Should().BeTrue("the credentials are the same, though they were encrypted anew");
        (await TokensOf(await StartAsync(WithKey(_current))).FindAsync(account)).Should().Be(rotated);
    }

    [SkippableFact]
    public async Task Encrypting_anew_does_not_undo_a_token_that_rotates_meanwhile()
    {
        AccountId account = await ConnectAsync(await StartAsync(WithKey(_former)));
        ITokenStore tokens = TokensOf(await StartAsync(WithKey(_former)));
        using var held = new HeldProtector(new AesGcmSecretProtector(_current, _former));
        PpcAdsDatabase database = TablesOf(Build(With(held)));
        LwaCredentials rotated = Credentials.WithRefreshToken("Atzr|rotated");

        Task<SecretReencryption> reencryption = Task.Run(() => database.ReencryptSecretsAsync());
        await held.Reached;
        (await tokens.TryReplaceAsync(account, Credentials, rotated)).Should().BeTrue();
        held.Release();

        (await reencryption).Reencrypted.Should().Equal(account);
        (await TokensOf(await StartAsync(WithKey(_current))).FindAsync(account)).Should().Be(rotated, "it was written with the former key");
    }
}
