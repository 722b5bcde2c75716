using System.Security.Cryptography;
using System.Text;
using PpcAds.Sdk;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace CustomStores.Tests;

public sealed class EncryptedFileTokenStoreTests : TokenStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public override Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task No_secret_is_readable_in_the_files()
    {
        await Store.SaveAsync(new AccountId(1), new LwaCredentials("amzn1.client", "amzn1.secret", "Atzr|refresh"));

        string written = string.Concat(Directory.GetFiles(_folder.Path).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        Assert.DoesNotContain("amzn1", written, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_another_account_does_not_decrypt()
    {
        await Store.SaveAsync(new AccountId(1), new LwaCredentials("amzn1.client", "amzn1.secret", "Atzr|refresh"));
        File.Copy(Path.Combine(_folder.Path, "1.token"), Path.Combine(_folder.Path, "2.token"));

        await Assert.ThrowsAnyAsync<CryptographicException>(async () => await Store.FindAsync(new AccountId(2)));
    }

    protected override Task<ITokenStore> CreateStoreAsync() => Task.FromResult(Open());

    protected override Task<ITokenStore?> ReopenStoreAsync() => Task.FromResult<ITokenStore?>(Open());

    private ITokenStore Open() => new EncryptedFileTokenStore(_folder.Path, _key);
}
