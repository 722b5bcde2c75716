using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>Accounts and their credentials.</summary>
public abstract class AccountContract : StoreContract
{
    private static readonly LwaCredentials Credentials = new("amzn1.application-oa2-client.1", "amzn1.oa2-cs.v1.secret", "Atzr|refresh");

    [SkippableFact]
    public async Task Accounts_are_numbered_found_and_listed()
    {
        Account other = await Store.Accounts.AddAsync("Zeta");

        other.AccountId.Should().NotBe(Account);
        (await Store.Accounts.FindAsync(other.AccountId)).Should().Be(other);
        (await Store.Accounts.ListAsync()).Select(account => account.Name).Should().Equal("Acme", "Zeta");
        (await Store.Accounts.FindAsync(new AccountId(987_654))).Should().BeNull();
    }

    [SkippableFact]
    public async Task A_name_must_not_be_empty()
    {
        Func<Task> add = async () => await Store.Accounts.AddAsync(" ");

        (await add.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("name");
    }

    [SkippableFact]
    public async Task What_is_closed_stays_closed()
    {
        Store.Time.Advance(TimeSpan.FromHours(1));
        (await Store.Accounts.SetStatusAsync(Account, AccountStatus.NeedsConsent)).Should().BeTrue();
        (await Store.Accounts.FindAsync(Account))!.ChangedAt.Should().Be(Store.Time.GetUtcNow());
        (await Store.Accounts.SetStatusAsync(Account, AccountStatus.Closed)).Should().BeTrue();

        (await Store.Accounts.SetStatusAsync(Account, AccountStatus.Active)).Should().BeFalse();
        (await Store.Accounts.SetStatusAsync(new AccountId(987_654), AccountStatus.Active)).Should().BeFalse();
        (await Store.Accounts.FindAsync(Account))!.Status.Should().Be(AccountStatus.Closed);
    }

    [SkippableFact]
    public async Task When_the_advertiser_consented_is_kept_and_tells_when_the_grant_ends()
    {
        DateTimeOffset consented = new(2026, 9, 1, 10, 0, 0, TimeSpan.FromHours(2));
        (await Store.Accounts.FindAsync(Account))!.ConsentedAt.Should().BeNull("it is not known");

        (await Store.Accounts.SetConsentAsync(Account, consented)).Should().BeTrue();

        Account account = (await Store.Accounts.FindAsync(Account))!;
        account.ConsentedAt.Should().Be(consented);
        account.ConsentEndsAt.Should().Be(consented.AddDays(365));
        (await Store.Accounts.SetConsentAsync(Account, null)).Should().BeTrue();
        (await Store.Accounts.FindAsync(Account))!.ConsentedAt.Should().BeNull();
        (await Store.Accounts.SetConsentAsync(new AccountId(987_654), consented)).Should().BeFalse();
    }

    [SkippableFact]
    public async Task Connecting_again_notes_the_new_consent_and_keeps_the_old_one_only_for_the_same_grant()
    {
        var manager = new AccountManager(Store.Accounts, Store.Tokens);
        DateTimeOffset first = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
        Account account = await manager.ConnectAsync("New", Credentials, consentedAt: first);
        account.ConsentEndsAt.Should().Be(first.AddDays(365));

        await manager.ReconnectAsync(account.AccountId, Credentials);
        (await Store.Accounts.FindAsync(account.AccountId))!.ConsentedAt.Should().Be(first, "the grant is the same");
        await manager.ReconnectAsync(account.AccountId, Credentials, first.AddDays(360));
        (await Store.Accounts.FindAsync(account.AccountId))!.ConsentedAt.Should().Be(first.AddDays(360));
        await manager.ReconnectAsync(account.AccountId, new LwaCredentials(Credentials.ClientId, Credentials.ClientSecret, "Atzr|other"));
        (await Store.Accounts.FindAsync(account.AccountId))!.ConsentedAt.Should().BeNull("of another grant nothing is known");
    }

    [SkippableFact]
    public async Task An_external_key_belongs_to_one_account()
    {
        AddedAccount first = await Store.Accounts.FindOrAddAsync("customer-42", "Zeta", "ada@zeta.example");
        AddedAccount second = await Store.Accounts.FindOrAddAsync("customer-42", "Another name", null);
        AddedAccount other = await Store.Accounts.FindOrAddAsync("customer-43", "Zeta", null);

        first.IsNew.Should().BeTrue();
        second.Should().Be(new AddedAccount(first.Account, IsNew: false), "the name and the address stay");
        other.IsNew.Should().BeTrue();
        first.Account.ExternalKey.Should().Be("customer-42");
        (await Store.Accounts.FindAsync(first.Account.AccountId)).Should().Be(first.Account);
        (await Store.Accounts.FindByExternalKeyAsync("customer-42")).Should().Be(first.Account);
        (await Store.Accounts.FindByExternalKeyAsync("customer-44")).Should().BeNull();
        (await Store.Accounts.FindAsync(Account))!.ExternalKey.Should()
            .BeNull("accounts without a key do not get in each other's way");
        (await Store.Accounts.AddAsync("Acme")).ExternalKey.Should().BeNull();
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData(" customer-42")]
    [InlineData("customer\n42")]
    [InlineData(null)]
    public async Task A_key_that_cannot_be_told_from_another_is_refused(string? key)
    {
        Func<Task> add = async () => await Store.Accounts.FindOrAddAsync(key ?? new string('k', 201), "Zeta", null);

        (await add.Should().ThrowAsync<PpcAdsValidationException>()).Which.Problems.Single().Field.Should().Be("externalKey");
        (await Store.Accounts.ListAsync()).Should().ContainSingle("nothing is added");
    }

    [SkippableFact]
    public async Task The_key_of_a_closed_account_is_free_again()
    {
        Account closed = (await Store.Accounts.FindOrAddAsync("customer-42", "Zeta", null)).Account;
        (await Store.Accounts.SetStatusAsync(closed.AccountId, AccountStatus.Paused)).Should().BeTrue();
        (await Store.Accounts.FindAsync(closed.AccountId))!.ExternalKey.Should().Be("customer-42", "only closing ends it");
        await Store.Accounts.SetStatusAsync(closed.AccountId, AccountStatus.Closed);

        AddedAccount added = await Store.Accounts.FindOrAddAsync("customer-42", "Zeta", null);

        added.IsNew.Should().BeTrue();
        added.Account.AccountId.Should().NotBe(closed.AccountId);
        (await Store.Accounts.FindAsync(closed.AccountId))!.ExternalKey.Should().BeNull();
    }

    [SkippableFact]
    public async Task Connecting_at_once_with_one_key_gives_one_account()
    {
        var manager = new AccountManager(Store.Accounts, Store.Tokens);

        Account[] connected = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(i => Task.Run(() => manager.ConnectAsync($"Zeta {i}", Credentials, "customer-42"))));

        connected.Select(account => account.AccountId).Distinct().Should().ContainSingle();
        (await Store.Accounts.ListAsync()).Should().HaveCount(2, "there is one besides");
        (await Store.Tokens.FindAsync(connected[0].AccountId)).Should().Be(Credentials);
    }

    [SkippableFact]
    public async Task Connecting_with_a_key_that_is_there_renews_the_credentials()
    {
        var manager = new AccountManager(Store.Accounts, Store.Tokens);
        Account first = await manager.ConnectAsync("Zeta", Credentials, "customer-42");
        await Store.Accounts.SetStatusAsync(first.AccountId, AccountStatus.NeedsConsent);
        var renewed = new LwaCredentials(Credentials.ClientId, Credentials.ClientSecret, "Atzr|other");

        Account second = await manager.ConnectAsync("Another name", renewed, "customer-42");

        second.Should().BeEquivalentTo(first, options => options.Excluding(account => account.ChangedAt), "it is active again");
        (await Store.Tokens.FindAsync(first.AccountId)).Should().Be(renewed);
        await Store.Accounts.SetStatusAsync(first.AccountId, AccountStatus.Paused);
        (await manager.ConnectAsync("Zeta", Credentials, "customer-42")).Status.Should().Be(AccountStatus.Paused,
            "whoever paused it resumes it");
        (await Store.Tokens.FindAsync(first.AccountId)).Should().Be(Credentials);
        await manager.DeleteAsync(first.AccountId);
        (await manager.ConnectAsync("Zeta", Credentials, "customer-42")).AccountId.Should().NotBe(first.AccountId);
    }

    [SkippableFact]
    public async Task Only_a_closed_account_is_purged()
    {
        (await Store.Accounts.PurgeAsync(Account)).Should().BeFalse();
        await Store.Accounts.SetStatusAsync(Account, AccountStatus.Closed);

        (await Store.Accounts.PurgeAsync(Account)).Should().BeTrue();
        (await Store.Accounts.FindAsync(Account)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Deleting_an_account_removes_its_credentials_at_once()
    {
        var manager = new AccountManager(Store.Accounts, Store.Tokens);
        Account account = await manager.ConnectAsync("New", Credentials);
        (await Store.Tokens.FindAsync(account.AccountId)).Should().Be(Credentials);

        (await manager.DeleteAsync(account.AccountId)).Should().BeTrue();

        (await Store.Tokens.FindAsync(account.AccountId)).Should().BeNull();
        (await manager.ReconnectAsync(account.AccountId, Credentials)).Should().BeFalse();
    }
}
