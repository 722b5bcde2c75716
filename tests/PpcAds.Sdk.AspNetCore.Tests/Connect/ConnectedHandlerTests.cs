using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.AspNetCore.Connect;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Tests.Connect;

/// <summary>What happens once an account is connected.</summary>
public sealed class ConnectedHandlerTests
{
    [Fact]
    public async Task A_handler_of_the_hosts_is_told_in_place_of_the_first_sync()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        var handler = new RecordingHandler();
        ConnectHost host = await world.StartHostAsync(services: services => services.AddScoped<IPpcAdsConnectedHandler>(_ => handler));
        using var browser = new Browser(host, "ada");

        await browser.GetAsync(await browser.LeaveAsync(host, world.Adas));

        handler.Told.Should().Equal(new PpcAdsConnection(world.Adas, world.Amazon.ClientId, "id-ada"));
        (await host.Services.GetRequiredService<IngestionRuns>().ListAsync(world.Adas)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task A_handler_that_fails_leaves_the_account_connected()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        var handler = new RecordingHandler { Fails = true };
        ConnectHost host = await world.StartHostAsync(services: services => services.AddSingleton<IPpcAdsConnectedHandler>(handler));
        using var browser = new Browser(host, "ada");

        Page page = await browser.GetAsync(await browser.LeaveAsync(host, world.Adas));

        page.Status.Should().Be(HttpStatusCode.OK);
        (await world.Tokens.FindAsync(world.Adas)).Should().NotBeNull();
        world.Logs.Lines.Should().Contain(line => line.Contains("the handler of connected accounts failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_grant_names_its_client_and_is_used_with_the_secret_that_the_host_has_now()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost before = await world.StartHostAsync(services: services => services.AddSingleton<IPpcAdsConnectedHandler>(new RecordingHandler()));
        using var browser = new Browser(before, "ada");
        await browser.GetAsync(await browser.LeaveAsync(before, world.Adas));
        world.AmazonOptions.ClientSecret = "amzn1.oa2-cs.v1.renewed0123456789";

        ConnectHost after = await world.StartHostAsync(services: services => services.AddSingleton<IPpcAdsConnectedHandler>(new RecordingHandler()));
        using AmazonAdsClient client = await after.Services.GetRequiredService<IAmazonAdsClientFactory>().CreateAsync(world.Adas);
        using AmazonAdsClient stale = await before.Services.GetRequiredService<IAmazonAdsClientFactory>().CreateAsync(world.Adas);

        (await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica)).Should().NotBeEmpty();
        Func<Task> call = () => stale.GetProfilesAsync(AmazonAdsRegion.NorthAmerica);
        (await call.Should().ThrowAsync<AmazonAdsAuthenticationException>()).Which.ErrorCode.Should().Be("invalid_client");
        (await world.Tokens.FindAsync(world.Adas))!.ClientId.Should().Be(world.Amazon.ClientId);
    }

    [Fact]
    public async Task A_grant_of_another_client_keeps_its_own_secret()
    {
        await using ConnectWorld world = await ConnectWorld.StartAsync();
        ConnectHost host = await world.StartHostAsync(sdk: options => options.Application = new LwaApplication { ClientId = "another", ClientSecret = "amzn1.oa2-cs.v1.another" });
        await host.Services.GetRequiredService<AccountManager>().ReconnectAsync(
            world.Bobs, new LwaCredentials(world.Amazon.ClientId, world.Amazon.ClientSecret, world.Amazon.RefreshToken));

        using AmazonAdsClient client = await host.Services.GetRequiredService<IAmazonAdsClientFactory>().CreateAsync(world.Bobs);

        (await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica)).Should().NotBeEmpty();
    }
}
