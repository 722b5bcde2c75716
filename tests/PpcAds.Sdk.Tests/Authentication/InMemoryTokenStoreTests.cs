using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.Tests.Authentication;

public sealed class InMemoryTokenStoreTests : TokenStoreContract
{
    protected override Task<ITokenStore> CreateStoreAsync() => Task.FromResult<ITokenStore>(new InMemoryTokenStore());
}
