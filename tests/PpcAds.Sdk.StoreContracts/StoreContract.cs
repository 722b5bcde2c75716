using PpcAds.Sdk.Accounts;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>What every suite needs: a fresh store and an account in it.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected static readonly ProfileId Profile = new(1_001);

    protected StoreUnderTest Store { get; private set; } = null!;

    protected AccountId Account { get; private set; }

    public async Task InitializeAsync()
    {
        Store = await CreateAsync();
        Account account = await Store.Accounts.AddAsync("Acme");
        Account = account.AccountId;
    }

    public async Task DisposeAsync() => await Store.DisposeAsync();

    protected abstract Task<StoreUnderTest> CreateAsync();
}
