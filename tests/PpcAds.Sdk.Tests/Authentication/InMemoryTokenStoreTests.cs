using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.Tests.Authentication;

public sealed class InMemoryTokenStoreTests : TokenStoreContract
{
    protected override ITokenStore CreateStore() => new InMemoryTokenStore();
}
