using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.EntityFrameworkCore;
using PpcAds.Sdk.EntityFrameworkCore.Sqlite;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>Two instances of a service as it is in earnest: one database, one key ring, nothing else in common.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ppcads-connect-db-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_instance_sends_the_browser_away_another_takes_it_back_once_and_the_grant_is_stored_encrypted_with_its_client()
    {
        await using AmazonAdsSimulator amazon = await AmazonAdsSimulator.StartAsync(new SimulatorOptions
        {
            AsOf = TimeProvider.System.GetUtcNow(),
            Profiles = 1,
            Campaigns = 1,
            ConsentAnswer = SimulatorConsentAnswer.Allow,
        });
        await using ConnectHost first = await StartAsync(amazon);
        await using ConnectHost second = await StartAsync(amazon);
        Account account = await first.Services.GetRequiredService<IAccountStore>().AddAsync("Acme");
        using var browser = new Browser(first, "ada");
        using var keeper = new Browser(first, "ada");

        Uri callback = await browser.LeaveAsync(first, account.AccountId);
        keeper.Take(browser.Tickets);
        Page back = await browser.GetAsync(new UriBuilder(callback) { Port = second.BaseAddress.Port }.Uri);
        Page replayed = await keeper.GetAsync(callback);

        back.Status.Should().Be(HttpStatusCode.OK, back.Text);
        (replayed.Status, replayed.Code).Should().Be((HttpStatusCode.BadRequest, "connect_state_used"));
        string refreshToken = amazon.Tokens.Grants[^1].RefreshToken;
        (await first.Services.GetRequiredService<ITokenStore>().FindAsync(account.AccountId))!.RefreshToken.Should().Be(refreshToken);
        using IServiceScope scope = first.Services.CreateScope();
        PpcAccountCredentials row = await scope.ServiceProvider.GetRequiredService<SqlitePpcAdsDbContext>().Set<PpcAccountCredentials>().SingleAsync();
        row.ClientId.Should().Be(amazon.ClientId);
        (row.ProtectedRefreshToken + row.ProtectedClientSecret).Should().NotContain(refreshToken).And.NotContain(amazon.ClientSecret);
    }

    private async Task<ConnectHost> StartAsync(AmazonAdsSimulator amazon)
    {
        ConnectHost host = await ConnectHost.StartAsync(services =>
        {
            services.AddDataProtection().PersistKeysToFileSystem(_folder).SetApplicationName("connect-tests");
            services
                .AddScannedPpcAds(options =>
                {
                    options.Client = SimulatedAmazon.OptionsFor(amazon);
                    options.Ingestion.UseSmallSync();
                    options.Ingestion.BackfillDays = 1;
                    options.Application = new LwaApplication { ClientId = amazon.ClientId, ClientSecret = amazon.ClientSecret };
                })
                .UseSqlite($"Data Source={Path.Combine(_folder.FullName, "ppcads.db")}")
                .StoreCredentialsInDatabase()
                .ProtectSecretsWithDataProtection()
                .AddConnectWithAmazon(options => options.MayConnect = (_, _, _) => new(true));
        });
        amazon.Consent.AllowReturnUrl(host.Callback);
        return host;
    }
}
