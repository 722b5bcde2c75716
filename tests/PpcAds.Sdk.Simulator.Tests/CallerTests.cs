using System.Net;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Who is let in.</summary>
public sealed class CallerTests
{
    [Fact]
    public async Task A_grant_gives_an_access_token_that_runs_out()
    {
        await using Caller caller = await Caller.StartAsync();
        Reply grant = await caller.GrantAsync();
        grant["access_token"].Should().StartWith("Atza|");
        grant["token_type"].Should().Be("bearer");
        caller.Token = grant["access_token"];
        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.OK);

        caller.Time.Advance(TimeSpan.FromSeconds(int.Parse(grant["expires_in"], System.Globalization.CultureInfo.InvariantCulture) + 1));

        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Wrong_credentials_are_refused_as_Login_with_Amazon_does()
    {
        await using Caller caller = await Caller.StartAsync();

        Reply secret = await caller.GrantAsync(secret: "wrong");
        Reply token = await caller.GrantAsync(refreshToken: "Atzr|wrong");

        (secret.Status, secret["error"]).Should().Be((HttpStatusCode.Unauthorized, "invalid_client"));
        (token.Status, token["error"]).Should().Be((HttpStatusCode.BadRequest, "invalid_grant"));
    }

    [Fact]
    public async Task A_rotated_refresh_token_ends_the_old_one()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Quirks.RotateRefreshToken = true;
        string old = caller.Simulator.RefreshToken;

        Reply rotated = await caller.GrantAsync();

        rotated["refresh_token"].Should().NotBe(old).And.Be(caller.Simulator.RefreshToken);
        (await caller.GrantAsync(refreshToken: old)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Calls_without_token_client_or_scope_are_refused()
    {
        await using Caller caller = await Caller.StartAsync();
        long profile = caller.Profile().ProfileId;
        HttpRequestMessage noClient = caller.Authorised(HttpMethod.Get, "v2/profiles", null, SimulatorRegion.NA);
        noClient.Headers.Remove("Amazon-Advertising-API-ClientId");

        (await caller.SendAsync(noClient)).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await caller.ListAsync("campaigns", Caller.Campaigns)).Status.Should().Be(HttpStatusCode.Unauthorized, "the scope is missing");
        caller.Token = null;
        (await caller.ListAsync("campaigns", Caller.Campaigns, profile: profile)).Status.Should().Be(HttpStatusCode.Unauthorized);
        caller.Token = "Atza|made-up";
        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_media_type_must_be_that_of_the_operation()
    {
        await using Caller caller = await Caller.StartAsync();

        Reply reply = await caller.ListAsync("campaigns", "application/json", profile: caller.Profile().ProfileId);

        reply.Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_profile_is_known_to_its_own_region_only()
    {
        await using Caller caller = await Caller.StartAsync();
        long european = caller.Profile(SimulatorRegion.EU).ProfileId;

        (await caller.ListAsync("campaigns", Caller.Campaigns, profile: european, region: SimulatorRegion.EU)).Status.Should().Be(HttpStatusCode.OK);
        (await caller.ListAsync("campaigns", Caller.Campaigns, profile: european)).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await caller.GetAsync("v2/profiles", region: SimulatorRegion.EU)).Body!.AsArray().Should().HaveCount(1);
    }

    [Fact]
    public async Task Agencies_and_viewers_meet_their_limits()
    {
        await using Caller caller = await Caller.StartAsync(options => (options.Profiles, options.AgencyProfiles, options.ViewOnlyProfiles) = (1, 3, 3));
        SimulatorProfileInfo agency = caller.Simulator.Truth.Profiles.First(profile => profile.Type == "agency" && profile.Region == SimulatorRegion.NA);
        SimulatorProfileInfo viewer = caller.Simulator.Truth.Profiles.First(profile => profile.IsViewOnly && profile.Region == SimulatorRegion.NA);

        (await caller.ListAsync("campaigns", Caller.Campaigns, profile: agency.ProfileId)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await caller.ListAsync("campaigns", Caller.Campaigns, profile: viewer.ProfileId)).Status.Should().Be(HttpStatusCode.OK);
        (await caller.ListAsync("keywords", Caller.Keywords, profile: viewer.ProfileId)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await caller.GetAsync("v2/profiles")).Text.Should().NotContain($"{viewer.ProfileId}", "viewers' profiles are hidden unless asked for");
        (await caller.GetAsync("v2/profiles?accessLevel=view")).Text.Should().Contain($"{viewer.ProfileId}");
    }
}
