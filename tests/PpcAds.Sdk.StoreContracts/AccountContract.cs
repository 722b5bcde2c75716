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
        Account account = await manager.ConnectAsync("New", Credentials, first);
        account.ConsentEndsAt.Should().Be(first.AddDays(365));

        await manager.ReconnectAsync(account.AccountId, Credentials);
        (await Store.Accounts.FindAsync(account.AccountId))!.ConsentedAt.Should().Be(first, "the grant is the same");
        await manager.ReconnectAsync(account.AccountId, Credentials, first.AddDays(360));
        (await Store.Accounts.FindAsync(account.AccountId))!.ConsentedAt.Should().Be(first.AddDays(360));
        await manager.ReconnectAsync(account.AccountId, new LwaCredentials(Credentials.ClientId, Credentials.ClientSecret, "Atzr|other"));
        (await Store.Accounts.FindAsync(account.AccountId))!.ConsentedAt.Should().BeNull("of another grant nothing is known");
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
