using System.Data.Common;
using FluentAssertions;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.InMemory;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Accounts;

/// <summary>An account is deleted while it is connected again, the one wholly within the other, at each change of it.</summary>
public sealed class DeleteAndReconnectTests
{
    private static readonly LwaCredentials Old = new("amzn1.application-oa2-client.1", "amzn1.oa2-cs.v1.secret", "Atzr|old");
    private static readonly LwaCredentials New = Old.WithRefreshToken("Atzr|new");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_account_that_is_deleted_while_it_is_connected_again_keeps_no_credentials(int change)
    {
        World world = await World.StartAsync();
        world.At(change, async () => (await world.Other.DeleteAsync(world.Account)).Should().BeTrue());

        (await world.Manager.ReconnectAsync(world.Account, New, The.Start)).Should().Be(change == 3);

        await world.ShouldBeClosedAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_account_that_is_connected_again_while_it_is_deleted_keeps_no_credentials(int change)
    {
        World world = await World.StartAsync();
        world.At(change, async () => await world.Other.ReconnectAsync(world.Account, New, The.Start));

        (await world.Manager.DeleteAsync(world.Account)).Should().BeTrue();

        await world.ShouldBeClosedAsync();
    }

    [Fact]
    public async Task An_account_that_is_deleted_before_its_first_credentials_are_stored_keeps_none()
    {
        World world = await World.StartAsync();
        world.AtFirstSave(async account => (await world.Other.DeleteAsync(account)).Should().BeTrue());

        Account connected = await world.Manager.ConnectAsync("Other", New, consentedAt: The.Start);

        connected.Status.Should().Be(AccountStatus.Closed);
        (await world.Tokens.FindAsync(connected.AccountId)).Should().BeNull();
        (await world.Storage.Accounts.FindAsync(connected.AccountId))!.ConsentedAt.Should().BeNull();
    }

    [Fact]
    public async Task An_account_that_is_purged_while_it_is_connected_again_is_none_whatever_the_store_says()
    {
        World world = await World.StartAsync();
        world.At(0, async () =>
        {
            await world.Other.DeleteAsync(world.Account);
            await world.Storage.Accounts.PurgeAsync(world.Account);
            throw new InvalidOperationException("The row could not be written.", new RefusedRowException());
        });

        (await world.Manager.ReconnectAsync(world.Account, New, The.Start)).Should().BeFalse();
    }

    /// <summary>What a database says of a row whose account is not there.</summary>
    private sealed class RefusedRowException : DbException;

    private sealed class World
    {
        private readonly HookedAccountStore _accounts;
        private readonly HookedTokenStore _tokens;

        private World(InMemoryStorage storage, InMemoryTokenStore tokens, AccountId account)
        {
            (Storage, Tokens, Account) = (storage, tokens, account);
            _accounts = new HookedAccountStore(storage.Accounts);
            _tokens = new HookedTokenStore(tokens);
            Manager = new AccountManager(_accounts, _tokens);
            Other = new AccountManager(storage.Accounts, tokens);
        }

        public InMemoryStorage Storage { get; }

        public InMemoryTokenStore Tokens { get; }

        public AccountId Account { get; }

        public AccountManager Manager { get; }

        /// <summary>Of another process.</summary>
        public AccountManager Other { get; }

        public static async Task<World> StartAsync()
        {
            var storage = new InMemoryStorage(new SteppingTimeProvider());
            var tokens = new InMemoryTokenStore();
            Account account = await new AccountManager(storage.Accounts, tokens).ConnectAsync("Acme", Old);
            return new World(storage, tokens, account.AccountId);
        }

        /// <summary>Lets another process act after a change by <see cref="Manager"/>, or before the first.</summary>
        public void At(int change, Func<Task> act)
        {
            if (change == 0)
            {
                _tokens.BeforeSave = act;
            }

            int changes = 0;
            _accounts.AfterChange = _tokens.AfterChange = () => ++changes == change ? act() : Task.CompletedTask;
        }

        /// <summary>Lets another process act before credentials are stored.</summary>
        public void AtFirstSave(Func<AccountId, Task> act) =>
            _tokens.BeforeSave = async () => await act((await Storage.Accounts.ListAsync())[^1].AccountId);

        public async Task ShouldBeClosedAsync()
        {
            (await Storage.Accounts.FindAsync(Account)).Should().Match<Account>(account => account.Status == AccountStatus.Closed && account.ConsentedAt == null);
            (await Tokens.FindAsync(Account)).Should().BeNull();
        }
    }
}
