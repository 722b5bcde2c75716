using System.Net;
using FluentAssertions;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Authentication;

public sealed class AccessTokenTests
{
    [Fact]
    public async Task A_hundred_concurrent_calls_cause_one_token_request()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => amazon.Client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica)));

        amazon.Simulator.Requests.Count("lwa.token").Should().Be(1);
        amazon.Simulator.Requests.Count("profiles.list").Should().Be(100);
    }

    [Fact]
    public async Task One_token_serves_all_regions()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();

        await amazon.Client.GetProfilesAsync();

        amazon.Simulator.Requests.Count("lwa.token").Should().Be(1);
        amazon.Simulator.Requests.Entries.Where(entry => entry.Operation == "profiles.list").Select(entry => entry.Region)
            .Should().BeEquivalentTo(Enum.GetValues<SimulatorRegion>());
    }

    [Fact]
    public async Task A_token_is_kept_until_five_minutes_before_its_expiry_and_then_replaced()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        await amazon.GetProfileAsync();

        amazon.Time.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromSeconds(1));
        await amazon.GetProfileAsync();
        amazon.Simulator.Tokens.Issued.Should().Be(1);

        amazon.Time.Advance(TimeSpan.FromSeconds(2));
        await amazon.GetProfileAsync();
        amazon.Simulator.Tokens.Issued.Should().Be(2);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_by_a_day_keeps_no_token_that_has_run_out()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        var clock = new SkewedTimeProvider(amazon.Time);
        using var client = new AmazonAdsClient(
            amazon.Credentials, SimulatedAmazon.OptionsFor(amazon.Simulator), new AmazonAdsClientServices { TimeProvider = clock });
        await client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica);

        clock.Skew = TimeSpan.FromDays(-1);
        amazon.Time.Advance(TimeSpan.FromMinutes(61));
        await amazon.Time.RunAsync(client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica));

        amazon.Simulator.Tokens.Issued.Should().Be(2);
    }

    [Fact]
    public async Task A_short_lived_token_is_not_replaced_before_every_call()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.AccessTokenLifetime = TimeSpan.FromMinutes(4));

        await amazon.GetProfileAsync();
        await amazon.GetProfileAsync();

        amazon.Simulator.Tokens.Issued.Should().Be(1);
    }

    [Fact]
    public async Task A_stale_token_that_is_refused_is_refreshed_once_for_all_and_the_calls_repeated()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        await amazon.GetProfileAsync();
        amazon.Time.Advance(TimeSpan.FromMinutes(10));
        amazon.Simulator.Tokens.ExpireAll();

        IReadOnlyList<Profile>[] answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => amazon.Client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica)));

        answers.Should().OnlyContain(profiles => profiles.Count == 1);
        amazon.Simulator.Requests.Count("lwa.token").Should().Be(2);
    }

    [Fact]
    public async Task A_fresh_token_that_is_refused_is_not_refreshed_however_often_a_broken_profile_is_called()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        ProfileId european = (await amazon.GetProfileAsync(AmazonAdsRegion.Europe)).ProfileId;
        ProfileClient wrongRegion = amazon.Client.ForProfile(european, AmazonAdsRegion.NorthAmerica);

        for (int call = 0; call < 200; call++)
        {
            // More calls than the governor lets through at once: the waits are stepped over.
            Func<Task> list = () => amazon.Time.RunAsync(wrongRegion.SponsoredProducts.ListCampaignsAsync().AsPages().GetAsyncEnumerator().MoveNextAsync().AsTask());
            (await list.Should().ThrowAsync<AmazonAdsAccessDeniedException>())
                .Which.Message.Should().Contain("another region than NorthAmerica").And.Contain(european.ToString());
        }

        amazon.Simulator.Requests.Count("lwa.token").Should().Be(1);
        amazon.Simulator.Requests.Count("sp.campaigns.list").Should().Be(200);
    }

    [Fact]
    public async Task A_revoked_grant_is_told_once_without_retries()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Tokens.Revoke();

        Func<Task> call = () => amazon.GetProfileAsync();

        AmazonAdsAuthenticationException exception = (await call.Should().ThrowAsync<AmazonAdsAuthenticationException>()).Which;
        exception.NeedsConsent.Should().BeTrue();
        exception.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        exception.ErrorCode.Should().Be("invalid_grant");
        exception.RequestId.Should().NotBeNullOrEmpty();
        exception.Message.Should().Contain("consent again");
        amazon.Simulator.Requests.Count("lwa.token").Should().Be(1);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_without_showing_it()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        using var client = new AmazonAdsClient(
            new LwaCredentials(amazon.Simulator.ClientId, "a-wrong-secret", amazon.Simulator.RefreshToken),
            SimulatedAmazon.OptionsFor(amazon.Simulator));

        Func<Task> call = () => client.GetProfilesAsync();

        AmazonAdsAuthenticationException exception = (await call.Should().ThrowAsync<AmazonAdsAuthenticationException>()).Which;
        exception.NeedsConsent.Should().BeFalse();
        exception.ErrorCode.Should().Be("invalid_client");
        exception.ToString().Should().NotContain("a-wrong-secret").And.NotContain("Atzr|");
    }

    [Fact]
    public async Task A_fault_of_the_token_endpoint_is_retried()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("lwa.token", 500, """{"error":"ServerError","error_description":"try later"}"""));

        await amazon.Time.RunAsync(amazon.GetProfileAsync());

        amazon.Simulator.Requests.Count("lwa.token").Should().Be(2);
        amazon.Time.Waits.Should().Equal(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task While_a_refresh_ahead_fails_the_old_token_serves_on()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(clientOptions: options => options.MaxAttempts = 1);
        await amazon.GetProfileAsync();
        amazon.Time.Advance(TimeSpan.FromMinutes(56));
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("lwa.token", 503));

        (await amazon.GetProfileAsync()).ProfileId.Should().NotBe(default(ProfileId));

        amazon.Logs.Lines.Should().Contain(line => line.Contains("[1101]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_stop_the_refresh_for_the_others()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.Late("lwa.token", TimeSpan.FromSeconds(7)));
        using var impatient = new CancellationTokenSource();
        Task<IReadOnlyList<Profile>> first = amazon.Client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica, null, impatient.Token);
        Task<IReadOnlyList<Profile>> second = amazon.Client.GetProfilesAsync(AmazonAdsRegion.NorthAmerica);
        (await amazon.Time.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(7));

        await impatient.CancelAsync();
        await first.Invoking(call => call).Should().ThrowAsync<OperationCanceledException>();
        amazon.Time.Advance(TimeSpan.FromSeconds(7));

        (await second).Should().HaveCount(1);
        amazon.Simulator.Requests.Count("lwa.token").Should().Be(1);
    }

    [Fact]
    public async Task A_rotated_refresh_token_is_used_from_then_on()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Quirks.RotateRefreshToken = true;
        await amazon.GetProfileAsync();

        amazon.Time.Advance(TimeSpan.FromHours(2));
        await amazon.GetProfileAsync();

        amazon.Simulator.Tokens.Issued.Should().Be(2);
    }
}
