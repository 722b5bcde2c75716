using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Sponsored Display lists: bare arrays by index.</summary>
public sealed class DisplayListTests
{
    [Theory]
    [InlineData("campaigns?stateFilter=ENABLED")]
    [InlineData("campaigns?campaignIdFilter=abc")]
    [InlineData("campaigns?adGroupIdFilter=1")]
    [InlineData("campaigns/extended?count=many")]
    [InlineData("adGroups?portfolioIdFilter=1")]
    [InlineData("productAds?name=x")]
    [InlineData("targets?maxResults=5")]
    [InlineData("negativeTargets/extended?adIdFilter=1")]
    public async Task What_a_list_does_not_know_is_refused(string path)
    {
        await using Caller caller = await Caller.StartAsync();

        Reply reply = await GetAsync(caller, path);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply["details"].Should().NotBeEmpty();
    }

    [Fact]
    public async Task Campaigns_are_numbers_and_small_names_with_archived_ones_unless_left_out()
    {
        await using Caller caller = await Caller.StartAsync(options => options.DisplayCampaigns = 60);
        JsonArray all = (await GetAsync(caller, "campaigns")).Body!.AsArray();
        JsonArray live = (await GetAsync(caller, "campaigns?stateFilter=enabled,paused")).Body!.AsArray();
        JsonArray part = (await GetAsync(caller, "campaigns?startIndex=2&count=3")).Body!.AsArray();

        all.Count.Should().Be(60).And.BeGreaterThan(live.Count);
        all.Should().OnlyContain(campaign => campaign!["campaignId"]!.GetValueKind() == JsonValueKind.Number
            && campaign["startDate"]!.GetValue<string>().Length == 8
            && campaign["state"]!.GetValue<string>().All(char.IsAsciiLetterLower)
            && campaign["servingStatus"] == null);
        part.Select(campaign => campaign!["campaignId"]!.GetValue<long>()).Should().Equal(all.Skip(2).Take(3).Select(campaign => campaign!["campaignId"]!.GetValue<long>()));
    }

    [Theory]
    [InlineData("campaigns")]
    [InlineData("adGroups")]
    [InlineData("productAds")]
    [InlineData("targets")]
    [InlineData("negativeTargets")]
    public async Task Extended_lists_add_status_and_dates(string entities)
    {
        await using Caller caller = await Caller.StartAsync();

        JsonArray found = (await GetAsync(caller, $"{entities}/extended")).Body!.AsArray();

        found.Should().NotBeEmpty().And.OnlyContain(entity => entity!["servingStatus"] != null
            && entity["creationDate"]!.GetValueKind() == JsonValueKind.Number
            && entity["lastUpdatedDate"]!.GetValue<long>() >= entity["creationDate"]!.GetValue<long>());
    }

    private static Task<Reply> GetAsync(Caller caller, string path)
    {
        HttpRequestMessage message = caller.Authorised(HttpMethod.Get, $"sd/{path}", caller.Profile().ProfileId, SimulatorRegion.NA);
        message.Headers.Accept.ParseAdd("application/json");
        return caller.SendAsync(message);
    }
}
