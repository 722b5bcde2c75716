using System.Net;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Several advertisers, and what they do to their consent.</summary>
public sealed class GrantTests
{
    [Fact]
    public async Task A_grant_lists_and_opens_only_the_profiles_that_it_sees()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Profiles = 4);
        long[] here = [.. caller.Simulator.Truth.Profiles.Where(profile => profile.Region == SimulatorRegion.NA).Select(profile => profile.ProfileId)];
        SimulatorGrant grant = caller.Simulator.Tokens.AddGrant([here[0]]);
        caller.Token = (await caller.GrantAsync(refreshToken: grant.RefreshToken))["access_token"];

        (await IdsAsync(caller)).Should().Equal(here[0]);
        (await caller.ListAsync("campaigns", Caller.Campaigns, profile: here[1])).Status.Should().Be(HttpStatusCode.Unauthorized);
        grant.Show(here[1]);
        (await caller.ListAsync("campaigns", Caller.Campaigns, profile: here[1])).Status.Should().Be(HttpStatusCode.OK);
        grant.Hide(here[0]);
        (await IdsAsync(caller)).Should().Equal(here[1]);
        (await caller.GetAsync($"v2/profiles/{here[0]}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_revoked_grant_is_dead_until_a_new_consent_and_the_others_go_on()
    {
        await using Caller caller = await Caller.StartAsync();
        SimulatorGrant grant = caller.Simulator.Tokens.AddGrant();
        string first = grant.RefreshToken;
        string access = (await caller.GrantAsync(refreshToken: first))["access_token"];
        string others = caller.Token!;

        grant.Revoke();
        caller.Token = access;
        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await caller.GrantAsync(refreshToken: first))["error"].Should().Be("invalid_grant");
        caller.Token = others;
        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.OK);

        string second = grant.ConsentAnew();
        (await caller.GrantAsync(refreshToken: first)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await caller.GrantAsync(refreshToken: second)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_consent_ends_after_its_lifetime_however_often_it_was_refreshed_until_the_next_consent()
    {
        await using Caller caller = await Caller.StartAsync(options => options.ConsentLifetime = TimeSpan.FromDays(365));
        SimulatorGrant grant = caller.Simulator.Tokens.Grants[0];
        DateTimeOffset consented = grant.ConsentedAt;
        consented.Should().Be(caller.Simulator.Clock.GetUtcNow());
        caller.Time.Advance(TimeSpan.FromDays(365) - TimeSpan.FromSeconds(1));
        Reply inTime = await caller.GrantAsync();
        caller.Time.Advance(TimeSpan.FromSeconds(1));

        Reply late = await caller.GrantAsync();
        caller.Token = inTime["access_token"];

        (late.Status, late["error"]).Should().Be((HttpStatusCode.BadRequest, "invalid_grant"));
        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.OK, "what was issued in time lives on");
        string next = grant.ConsentAnew();
        grant.ConsentedAt.Should().Be(consented.AddDays(365));
        (await caller.GrantAsync(refreshToken: next)).Status.Should().Be(HttpStatusCode.OK);
        grant.ConsentedAt = consented;
        (await caller.GrantAsync(refreshToken: next))["error"].Should().Be("invalid_grant");
    }

    [Fact]
    public async Task Each_consent_ends_by_itself_and_by_default_none_does()
    {
        await using Caller caller = await Caller.StartAsync(options => options.ConsentLifetime = TimeSpan.FromDays(10));
        await using Caller lasting = await Caller.StartAsync();
        caller.Time.Advance(TimeSpan.FromDays(9));
        SimulatorGrant second = caller.Simulator.Tokens.AddGrant();
        caller.Time.Advance(TimeSpan.FromDays(1));
        lasting.Time.Advance(TimeSpan.FromDays(4000));

        (await caller.GrantAsync()).Status.Should().Be(HttpStatusCode.BadRequest);
        (await caller.GrantAsync(refreshToken: second.RefreshToken)).Status.Should().Be(HttpStatusCode.OK);
        (await lasting.GrantAsync()).Status.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<IEnumerable<long>> IdsAsync(Caller caller) =>
        (await caller.GetAsync("v2/profiles")).Body!.AsArray().Select(profile => profile!["profileId"]!.GetValue<long>());
}
