using FluentAssertions;
using PpcAds.Sdk.Authentication;
using Xunit;

namespace PpcAds.Sdk.Tests.Authentication;

/// <summary>What every token store must do.</summary>
public abstract class TokenStoreContract
{
    private static readonly AccountId Account = new(42);
    private static readonly LwaCredentials First = new("client", "secret", "Atzr|first");
    private static readonly LwaCredentials Second = new("client", "secret", "Atzr|second");

    protected abstract ITokenStore CreateStore();

    [Fact]
    public async Task What_was_saved_is_found()
    {
        ITokenStore store = CreateStore();
        await store.SaveAsync(Account, First);

        (await store.FindAsync(Account)).Should().Be(First);
        (await store.FindAsync(new AccountId(43))).Should().BeNull();
    }

    [Fact]
    public async Task Saving_again_replaces()
    {
        ITokenStore store = CreateStore();
        await store.SaveAsync(Account, First);
        await store.SaveAsync(Account, Second);

        (await store.FindAsync(Account)).Should().Be(Second);
    }

    [Fact]
    public async Task A_rotation_replaces_only_what_is_still_stored()
    {
        ITokenStore store = CreateStore();
        await store.SaveAsync(Account, Second);

        (await store.TryReplaceAsync(Account, First, new LwaCredentials("client", "secret", "Atzr|third"))).Should().BeFalse();
        (await store.FindAsync(Account)).Should().Be(Second);
        (await store.TryReplaceAsync(Account, Second, First)).Should().BeTrue();
        (await store.FindAsync(Account)).Should().Be(First);
    }

    [Fact]
    public async Task What_was_removed_is_gone()
    {
        ITokenStore store = CreateStore();
        await store.SaveAsync(Account, First);

        (await store.RemoveAsync(Account)).Should().BeTrue();
        (await store.RemoveAsync(Account)).Should().BeFalse();
        (await store.FindAsync(Account)).Should().BeNull();
    }
}
