using FluentAssertions;
using PpcAds.Sdk.Profiles;
using PpcAds.Sdk.Simulator;
using PpcAds.Sdk.Testing;
using Xunit;

namespace PpcAds.Sdk.Tests.Profiles;

public sealed class ProfilesTests
{
    [Fact]
    public async Task Profiles_of_all_regions_are_listed_with_their_region()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.Profiles = 6);

        IReadOnlyList<Profile> profiles = await amazon.Client.GetProfilesAsync();

        profiles.Should().HaveCount(6);
        profiles.GroupBy(profile => profile.Region).Should().OnlyContain(region => region.Count() == 2).And.HaveCount(3);
        Profile japanese = profiles.Single(profile => profile.CountryCode == "JP");
        japanese.Region.Should().Be(AmazonAdsRegion.FarEast);
        japanese.CurrencyCode.Should().Be("JPY");
        japanese.TimeZone.Should().Be("Asia/Tokyo");
        japanese.AccountInfo!.Type.Should().Be(ProfileType.Seller);
        japanese.AccountInfo.MarketplaceId.Should().Be("A1VC38T7YXB528");
        profiles.Select(profile => profile.AccountInfo!.Type).Should().Contain(ProfileType.Vendor);
    }

    [Fact]
    public async Task Ids_above_what_a_double_can_hold_are_exact()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();

        IReadOnlyList<Profile> profiles = await amazon.Client.GetProfilesAsync();

        profiles.Select(profile => profile.ProfileId.Value).Should().BeEquivalentTo(amazon.Simulator.Truth.Profiles.Select(profile => profile.ProfileId))
            .And.Contain(id => id > 1L << 53);
    }

    [Fact]
    public async Task Only_the_regions_of_the_options_are_asked()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(
            clientOptions: options => options.Regions = [AmazonAdsRegion.Europe]);

        (await amazon.Client.GetProfilesAsync()).Should().OnlyContain(profile => profile.Region == AmazonAdsRegion.Europe);

        amazon.Simulator.Requests.Count("profiles.list").Should().Be(1);
    }

    [Fact]
    public async Task View_only_profiles_are_listed_unless_edit_access_is_asked_for()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.ViewOnlyProfiles = 2);

        (await amazon.Client.GetProfilesAsync()).Should().HaveCount(5);
        (await amazon.Client.GetProfilesAsync(new ProfileFilter { Access = ProfileAccess.Edit })).Should().HaveCount(3);
    }

    [Fact]
    public async Task Profiles_are_filtered_by_type()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync(options => options.AgencyProfiles = 1);

        IReadOnlyList<Profile> profiles = await amazon.Client.GetProfilesAsync(new ProfileFilter { Types = [ProfileType.Agency, ProfileType.Vendor] });

        profiles.Select(profile => profile.AccountInfo!.Type).Should().BeEquivalentTo([ProfileType.Vendor, ProfileType.Agency]);
        (await amazon.Client.GetProfilesAsync(new ProfileFilter { ValidPaymentMethod = false })).Should().BeEmpty();
    }

    [Fact]
    public async Task A_region_that_fails_is_never_left_out_in_silence()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 403) with { Times = int.MaxValue });

        Func<Task> list = () => amazon.Time.RunAsync(amazon.Client.GetProfilesAsync());

        await list.Should().ThrowAsync<AmazonAdsAccessDeniedException>();
    }

    [Fact]
    public async Task Only_the_id_need_be_there()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();
        amazon.Simulator.Faults.Add(SimulatorFault.WithBody("profiles.list", 200, """[{"profileId":"9007199254740993","accountInfo":{"type":"publisher"},"new":[{}]}]"""));

        Profile profile = await amazon.GetProfileAsync();

        profile.ProfileId.Should().Be(new ProfileId(9007199254740993));
        profile.TimeZone.Should().BeNull();
        profile.AccountInfo!.Type.Should().Be(new ProfileType("publisher"));
    }

    [Fact]
    public async Task An_empty_profile_id_is_refused()
    {
        await using SimulatedAmazon amazon = await SimulatedAmazon.StartAsync();

        Action bind = () => amazon.Client.ForProfile(default, AmazonAdsRegion.Europe);

        bind.Should().Throw<PpcAdsValidationException>().Which.Problems.Single().Field.Should().Be("profileId");
    }

    [Fact]
    public async Task A_profile_id_alone_needs_a_client_of_one_region()
    {
        await using SimulatedAmazon several = await SimulatedAmazon.StartAsync();
        await using SimulatedAmazon one = await SimulatedAmazon.StartAsync(clientOptions: options => options.Regions = [AmazonAdsRegion.FarEast]);

        Action bind = () => several.Client.ForProfile(new ProfileId(5));

        bind.Should().Throw<PpcAdsValidationException>().Which.Problems.Single().AllowedValues.Should().HaveCount(3);
        one.Client.ForProfile(new ProfileId(5)).Region.Should().Be(AmazonAdsRegion.FarEast);
    }
}
