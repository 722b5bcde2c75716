using PpcAds.Sdk.Authentication;
using Xunit;

namespace PpcAds.Sdk.StoreContracts.Xunit;

/// <summary>What every <see cref="ITokenStore"/> must keep. Derive from it in your test project.</summary>
public abstract class TokenStoreContract : IAsyncLifetime
{
    private static readonly LwaCredentials First = new("amzn1.application-oa2-client.1", "amzn1.oa2-cs.v1.secret", "Atzr|first");
    private static readonly LwaCredentials Second = First.WithRefreshToken("Atzr|second");
    private static readonly LwaCredentials Third = First.WithRefreshToken("Atzr|third");

    private ITokenStore? _store;
    private long _accounts = 41;

    /// <summary>Gets the store that the test is about.</summary>
    protected ITokenStore Store => _store ?? throw new InvalidOperationException("xunit has not started the test yet.");

    /// <summary>Creates an empty store.</summary>
    protected abstract Task<ITokenStore> CreateStoreAsync();

    /// <summary>
    /// Opens the data of <see cref="Store"/> once more, as the next process would. The test does not use the first store any
    /// more.
    /// </summary>
    /// <returns>The other store, or <see langword="null"/> if nothing outlives the process.</returns>
    protected virtual Task<ITokenStore?> ReopenStoreAsync() => Task.FromResult<ITokenStore?>(null);

    /// <summary>Creates an account whose credentials can be stored. The default is a number that no account had before.</summary>
    protected virtual Task<AccountId> AddAccountAsync() => Task.FromResult(new AccountId(++_accounts));

    /// <inheritdoc/>
    public virtual async Task InitializeAsync() => _store = await CreateStoreAsync();

    /// <inheritdoc/>
    public virtual Task DisposeAsync() => Task.CompletedTask;

#pragma warning disable CS1591 // The names of the tests say what they are about.

    [SkippableFact]
    public async Task What_was_saved_is_found()
    {
        AccountId account = await AddAccountAsync();
        AccountId other = await AddAccountAsync();
        await Store.SaveAsync(account, First);

        Assert.Equal(First, await Store.FindAsync(account));
        Assert.Null(await Store.FindAsync(other));
    }

    [SkippableFact]
    public async Task A_long_credential_with_every_punctuation_comes_back()
    {
        AccountId account = await AddAccountAsync();
        var odd = new LwaCredentials(
            "amzn1.client!$&()*+,;=:@/?#[]", "secret|%20{}<>^`~-_", "Atzr|" + new string('x', 2000) + "+/=");
        await Store.SaveAsync(account, odd);

        Assert.Equal(odd, await Store.FindAsync(account));
    }

    [SkippableFact]
    public async Task Saving_again_replaces()
    {
        AccountId account = await AddAccountAsync();
        await Store.SaveAsync(account, First);
        await Store.SaveAsync(account, Second);

        Assert.Equal(Second, await Store.FindAsync(account));
    }

    [SkippableFact]
    public async Task A_rotation_replaces_only_what_is_still_stored()
    {
        AccountId account = await AddAccountAsync();
        await Store.SaveAsync(account, Second);

        Assert.False(await Store.TryReplaceAsync(account, First, Third));
        Assert.Equal(Second, await Store.FindAsync(account));
        Assert.True(await Store.TryReplaceAsync(account, Second, First));
        Assert.Equal(First, await Store.FindAsync(account));
    }

    [SkippableFact]
    public async Task A_rotation_compares_all_parts_of_the_credentials()
    {
        AccountId account = await AddAccountAsync();
        await Store.SaveAsync(account, First);

        Assert.False(
            await Store.TryReplaceAsync(
                account, new LwaCredentials("another-client", First.ClientSecret, First.RefreshToken), Third));
        Assert.False(
            await Store.TryReplaceAsync(
                account, new LwaCredentials(First.ClientId, "another-secret", First.RefreshToken), Third));
        Assert.Equal(First, await Store.FindAsync(account));
    }

    [SkippableFact]
    public async Task A_rotation_stores_nothing_where_nothing_was_stored()
    {
        AccountId account = await AddAccountAsync();

        Assert.False(await Store.TryReplaceAsync(account, First, Second));
        Assert.Null(await Store.FindAsync(account));
    }

    [SkippableFact]
    public async Task What_was_removed_is_gone()
    {
        AccountId account = await AddAccountAsync();
        AccountId other = await AddAccountAsync();
        await Store.SaveAsync(account, First);
        await Store.SaveAsync(other, Second);

        Assert.True(await Store.RemoveAsync(account));
        Assert.False(await Store.RemoveAsync(account));
        Assert.Null(await Store.FindAsync(account));
        Assert.False(await Store.TryReplaceAsync(account, First, Second));
        Assert.Equal(Second, await Store.FindAsync(other));
    }

    [SkippableFact]
    public async Task The_next_process_finds_what_was_stored()
    {
        AccountId account = await AddAccountAsync();
        AccountId removed = await AddAccountAsync();
        await Store.SaveAsync(account, First);
        await Store.TryReplaceAsync(account, First, Second);
        await Store.SaveAsync(removed, First);
        await Store.RemoveAsync(removed);
        ITokenStore? next = await ReopenStoreAsync();
        Skip.If(next is null, "Nothing of this store outlives the process.");

        Assert.Equal(Second, await next!.FindAsync(account));
        Assert.Null(await next.FindAsync(removed));
    }

    [SkippableFact]
    public async Task Of_two_first_credentials_that_are_stored_at_once_one_stays_and_neither_fails()
    {
        for (int round = 0; round < 40; round++)
        {
            AccountId account = await AddAccountAsync();

            await Task.WhenAll(
                Task.Run(async () => await Store.SaveAsync(account, First)),
                Task.Run(async () => await Store.SaveAsync(account, Second)));

            LwaCredentials? stored = await Store.FindAsync(account);
            Assert.True(stored == First || stored == Second, "What is stored is one of the two.");
        }
    }

    [SkippableFact]
    public async Task Of_many_rotations_at_once_one_succeeds()
    {
        AccountId account = await AddAccountAsync();
        await Store.SaveAsync(account, First);

        LwaCredentials[] rotated = [.. Enumerable.Range(0, 10).Select(i => First.WithRefreshToken($"Atzr|rotated-{i}"))];
        bool[] replaced = await Task.WhenAll(
            rotated.Select(next => Task.Run(async () => await Store.TryReplaceAsync(account, First, next))));

        Assert.Single(replaced, done => done);
        Assert.Equal(rotated[Array.IndexOf(replaced, true)], await Store.FindAsync(account));
    }
}
