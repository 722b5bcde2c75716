using System.Net;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests.Figures;

/// <summary>What figures are drawn from, over HTTP.</summary>
public sealed class ParameterEndpointTests
{
    [Fact]
    public async Task The_control_surface_tells_what_the_truth_tells()
    {
        await using Caller caller = await Caller.StartAsync(options => options.ControlSurface = true);
        long profile = caller.Profile().ProfileId;
        SimulatorParameters truth = caller.Simulator.Truth.GetParameters(profile);

        JsonNode parameters = (await caller.GetAsync($"_simulator/truth/parameters?profileId={profile}")).Body!;
        JsonArray expectations = (await caller.GetAsync(
            $"_simulator/truth/expectations?profileId={profile}&startDate=2026-03-01&endDate=2026-03-02")).Body!.AsArray();

        parameters["eventDays"]![1]!.GetValue<string>().Should().Be("2026-02-10");
        parameters["campaigns"]!.AsArray().Should().HaveCount(truth.Campaigns.Count).And.HaveCount(21);
        parameters["campaigns"]![0]!["weekdayTraffic"]!.AsArray().Select(factor => factor!.GetValue<double>())
            .Should().Equal(truth.Campaigns[0].WeekdayTraffic);
        parameters["adGroups"]![0]!["knownByAge"]!.AsArray().Select(share => share!.GetValue<double>())
            .Should().Equal(truth.AdGroups[0].KnownByAge);
        parameters["targets"]!.AsArray().Should().HaveCount(truth.Targets.Count);
        parameters["targets"]![0]!["conversionRate"]!.GetValue<double>().Should().Be(truth.Targets[0].ConversionRate);
        expectations.Should().HaveCount(
            caller.Simulator.Truth.GetExpectations(profile, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2)).Count);
        expectations[0]!["clicks"]!.GetValue<double>().Should().BePositive();
    }

    [Theory]
    [InlineData("parameters")]
    [InlineData("parameters?profileId=1")]
    [InlineData("expectations?profileId=1&startDate=2026-03-01&endDate=2026-03-02")]
    public async Task A_profile_that_does_not_exist_or_is_not_named_is_refused(string question)
    {
        await using Caller caller = await Caller.StartAsync(options => options.ControlSurface = true);

        (await caller.GetAsync($"_simulator/truth/{question}")).Status.Should().Be(HttpStatusCode.BadRequest);
    }
}
