using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.StoreContracts;

/// <summary>The token store of a set of stores, whose credentials belong to accounts that exist.</summary>
public abstract class StoresTokenContract : TokenStoreContract
{
    private StoreUnderTest _stores = null!;
    private StoreUnderTest? _next;

    public override async Task DisposeAsync()
    {
        await _stores.DisposeAsync();
        await (_next?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    protected abstract Task<StoreUnderTest> CreateAsync();

    protected override async Task<ITokenStore> CreateStoreAsync() => (_stores = await CreateAsync()).Tokens;

    protected override Task<ITokenStore?> ReopenStoreAsync() => Task.FromResult((_next = _stores.Reopen())?.Tokens);

    protected override async Task<AccountId> AddAccountAsync() => (await _stores.Accounts.AddAsync("New")).AccountId;
}
