using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Authentication;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sqlite;

public sealed class SqliteSecretsTests
{
    [Fact]
    public async Task No_form_of_a_secret_is_in_the_file()
    {
        string file = Path.Combine(Path.GetTempPath(), $"ppcads-{Guid.NewGuid():N}.db");
        var credentials = new LwaCredentials("amzn1.application-oa2-client.1", "amzn1.oa2-cs.v1.a-client-secret", "Atzr|a-refresh+token/that=is?long");
        var services = new ServiceCollection();
        services.AddSingleton<ISecretProtector>(new AesGcmSecretProtector(new byte[32]));
        services.AddPpcAds().UseSqlite($"Data Source={file}").StoreCredentialsInDatabase();
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<PpcAdsDatabase>().EnsureReadyAsync();
            var account = await provider.GetRequiredService<Sdk.Accounts.IAccountStore>().AddAsync("Acme");
            await provider.GetRequiredService<ITokenStore>().SaveAsync(account.AccountId, credentials);
            (await provider.GetRequiredService<ITokenStore>().FindAsync(account.AccountId)).Should().Be(credentials);
        }

        SqliteConnection.ClearAllPools();
        string dump = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
        dump.Should().Contain(credentials.ClientId, "or else nothing was stored");
        foreach (string secret in (string[])[credentials.ClientSecret, credentials.RefreshToken])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(secret);
            dump.Should().NotContain(secret).And.NotContain(Convert.ToBase64String(bytes)[..^4]).And.NotContain(Convert.ToHexString(bytes))
                .And.NotContain(Convert.ToHexStringLower(bytes)).And.NotContain(Uri.EscapeDataString(secret));
        }

        File.Delete(file);
    }
}
