using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.DependencyInjection;

public sealed class AddPpcAdsTests
{
    private static readonly AccountId Account = new(1);

    [Fact]
    public async Task Bad_options_stop_the_host_at_its_start_with_every_problem()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddScannedPpcAds(options =>
        {
            options.Client.MaxAttempts = 0;
            options.Client.PageSize = 5000;
            options.Client.Regions = [];
            options.Client.Endpoints.Europe = new Uri("http://example.com");
            options.Client.AttemptTimeout = TimeSpan.Zero;
            options.Client.RefreshTokenAhead = TimeSpan.FromHours(2);
        });
        using IHost host = builder.Build();

        Func<Task> start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().HaveCount(6)
            .And.Contain(failure => failure.Contains("PageSize '5000': must lie between 1 and 1000", StringComparison.Ordinal))
            .And.Contain(failure => failure.Contains(
                "at least one region; leave it out for all. Allowed: NorthAmerica, Europe, FarEast", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task A_first_load_of_no_days_or_of_more_than_the_calendar_has_stops_the_host_at_its_start(int days)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddScannedPpcAds(options => options.Ingestion.BackfillDays = days);
        using IHost host = builder.Build();

        Func<Task> start = () => host.StartAsync();

        (await start.Should().ThrowAsync<OptionsValidationException>())
            .WithMessage($"PpcAds: Ingestion.BackfillDays '{days}': must be 1 to 10000, or null.");
    }

    [Fact]
    public void The_same_options_are_refused_without_dependency_injection()
    {
        Action make = () => _ = new AmazonAdsClient(new LwaCredentials("a", "b", "c"), new AmazonAdsClientOptions { MaxAttempts = 0 });

        make.Should().Throw<PpcAdsValidationException>().WithMessage("*MaxAttempts '0'*");
    }

    [Fact]
    public async Task The_factory_gives_one_client_per_account_as_long_as_its_credentials_stay()
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync();
        await using ServiceProvider services = Services(simulator);
        ITokenStore store = services.GetRequiredService<ITokenStore>();
        IAmazonAdsClientFactory factory = services.GetRequiredService<IAmazonAdsClientFactory>();
        await store.SaveAsync(Account, new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken));

        AmazonAdsClient first = await factory.CreateAsync(Account);
        AmazonAdsClient second = await factory.CreateAsync(Account);
        first.Dispose();
        IReadOnlyList<Profile> profiles = await second.GetProfilesAsync();
        await store.SaveAsync(Account, new LwaCredentials(simulator.ClientId, simulator.ClientSecret, "Atzr|another"));
        AmazonAdsClient third = await factory.CreateAsync(Account);

        second.Should().BeSameAs(first);
        profiles.Should().HaveCount(3);
        third.Should().NotBeSameAs(first);
    }

    [Fact]
    public async Task An_account_without_credentials_is_named()
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync();
        await using ServiceProvider services = Services(simulator);

        Func<Task> create = async () => await services.GetRequiredService<IAmazonAdsClientFactory>().CreateAsync(new AccountId(77));

        await create.Should().ThrowAsync<PpcAdsValidationException>().WithMessage("*accountId '77'*no credentials*");
    }

    [Fact]
    public async Task A_rotated_refresh_token_is_stored_and_keeps_the_client()
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync();
        simulator.Quirks.RotateRefreshToken = true;
        await using ServiceProvider services = Services(simulator);
        ITokenStore store = services.GetRequiredService<ITokenStore>();
        IAmazonAdsClientFactory factory = services.GetRequiredService<IAmazonAdsClientFactory>();
        await store.SaveAsync(Account, new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken));
        AmazonAdsClient client = await factory.CreateAsync(Account);

        await client.GetProfilesAsync();

        (await store.FindAsync(Account))!.RefreshToken.Should().Be(simulator.RefreshToken).And.EndWith(".1");
        (await factory.CreateAsync(Account)).Should().BeSameAs(client);
    }

    [Fact]
    public async Task Whoever_read_the_store_just_before_a_rotation_gets_the_client_that_lives_on()
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync();
        simulator.Quirks.RotateRefreshToken = true;
        var store = new SlowTokenStore();
        ServiceCollection collection = new();
        collection.AddSingleton<ITokenStore>(store);
        collection.AddScannedPpcAds(options => options.Client = SimulatedAmazon.OptionsFor(simulator));
        await using ServiceProvider services = collection.BuildServiceProvider();
        IAmazonAdsClientFactory factory = services.GetRequiredService<IAmazonAdsClientFactory>();
        await store.SaveAsync(Account, new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken));
        AmazonAdsClient client = await factory.CreateAsync(Account);

        AmazonAdsClient late = await store.WhileReadingAsync(() => client.GetProfilesAsync(), () => factory.CreateAsync(Account).AsTask());

        late.Should().BeSameAs(client, "one made of the credentials that were read would have a dead refresh token");
        (await store.FindAsync(Account))!.RefreshToken.Should().EndWith(".1", "or else nothing was rotated");
    }

    [Fact]
    public async Task A_store_that_fails_to_keep_a_rotated_token_fails_no_call_and_is_asked_again()
    {
        await using AmazonAdsSimulator simulator = await AmazonAdsSimulator.StartAsync();
        simulator.Quirks.RotateRefreshToken = true;
        var time = new SteppingTimeProvider();
        var store = new FailingOnceTokenStore();
        ServiceCollection collection = new();
        collection.AddSingleton<ITokenStore>(store).AddSingleton<TimeProvider>(time);
        collection.AddScannedPpcAds(options => options.Client = SimulatedAmazon.OptionsFor(simulator));
        await using ServiceProvider services = collection.BuildServiceProvider();
        await store.SaveAsync(Account, new LwaCredentials(simulator.ClientId, simulator.ClientSecret, simulator.RefreshToken));
        IAmazonAdsClientFactory factory = services.GetRequiredService<IAmazonAdsClientFactory>();
        AmazonAdsClient client = await factory.CreateAsync(Account);

        (await client.GetProfilesAsync()).Should().HaveCount(3);
        (await factory.CreateAsync(Account)).Should().BeSameAs(client, "it alone has the token that is good");
        (await store.FindAsync(Account))!.RefreshToken.Should().NotBe(simulator.RefreshToken);
        time.Advance(TimeSpan.FromHours(2));
        await client.GetProfilesAsync();

        (await store.FindAsync(Account))!.RefreshToken.Should().Be(simulator.RefreshToken);
    }

    [Fact]
    public void What_the_host_registered_before_is_used()
    {
        var store = new InMemoryTokenStore();
        ServiceCollection services = new();
        services.AddSingleton<ITokenStore>(store);
        services.AddScannedPpcAds();

        services.BuildServiceProvider().GetRequiredService<ITokenStore>().Should().BeSameAs(store);
    }

    private static ServiceProvider Services(AmazonAdsSimulator simulator)
    {
        ServiceCollection services = new();
        services.AddScannedPpcAds(options => options.Client = SimulatedAmazon.OptionsFor(simulator));
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
