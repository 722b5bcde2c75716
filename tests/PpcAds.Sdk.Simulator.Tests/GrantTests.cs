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

    private static async Task<IEnumerable<long>> IdsAsync(Caller caller) =>
        (await caller.GetAsync("v2/profiles")).Body!.AsArray().Select(profile => profile!["profileId"]!.GetValue<long>());
}
