using System.Net;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Sponsored Products lists.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Pages_cover_everything_once()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 7);
        var ids = new List<string>();
        string? next = null;
        int pages = 0;
        do
        {
            string body = next is null ? """{"maxResults":3}""" : $$"""{"maxResults":3,"nextToken":"{{next}}"}""";
            Reply page = await caller.ListAsync("campaigns", Caller.Campaigns, body, caller.Profile().ProfileId);
            ids.AddRange(page.Body!["campaigns"]!.AsArray().Select(campaign => campaign!["campaignId"]!.GetValue<string>()));
            next = page.Body!["nextToken"]?.GetValue<string>();
            pages++;
        }
        while (next is not null);

        pages.Should().Be(3);
        ids.Should().HaveCount(7).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Campaigns_are_listed_from_their_first_day_on()
    {
        await using Caller caller = await Caller.StartAsync(options =>
        {
            options.Campaigns = 30;
            options.AsOf = new DateTimeOffset(2025, 5, 1, 12, 0, 0, TimeSpan.Zero);
            options.AccessTokenLifetime = TimeSpan.FromDays(400);
        });
        JsonArray early = await ListAsync();
        caller.Simulator.Clock.Advance(TimeSpan.FromDays(365));
        JsonArray late = await ListAsync();

        early.Count.Should().BeInRange(1, 29);
        early.Should().OnlyContain(campaign => string.CompareOrdinal(campaign!["startDate"]!.GetValue<string>(), "2025-05-01") <= 0);
        late.Should().HaveCount(30);

        async Task<JsonArray> ListAsync() =>
            (await caller.ListAsync("campaigns", Caller.Campaigns, "{}", caller.Profile().ProfileId)).Body!["campaigns"]!.AsArray();
    }

    [Fact]
    public async Task Filters_choose_by_state_and_id()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 30);
        long profile = caller.Profile().ProfileId;
        JsonArray all = (await caller.ListAsync("campaigns", Caller.Campaigns, """{"stateFilter":{"include":["ENABLED","PAUSED","ARCHIVED"]}}""", profile)).Body!["campaigns"]!.AsArray();
        JsonArray paused = (await caller.ListAsync("campaigns", Caller.Campaigns, """{"stateFilter":{"include":["PAUSED"]}}""", profile)).Body!["campaigns"]!.AsArray();
        string id = all[0]!["campaignId"]!.GetValue<string>();
        JsonArray one = (await caller.ListAsync("campaigns", Caller.Campaigns, $$$"""{"campaignIdFilter":{"include":["{{{id}}}"]}}""", profile)).Body!["campaigns"]!.AsArray();

        paused.Count.Should().BeInRange(1, all.Count - 1);
        paused.Should().OnlyContain(campaign => campaign!["state"]!.GetValue<string>() == "PAUSED");
        one.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"stateFilter":{"include":["RUNNING"]}}""")]
    [InlineData("""{"unknownFilter":{}}""")]
    [InlineData("""{"maxResults":0}""")]
    [InlineData("""{"nextToken":"made-up"}""")]
    [InlineData("not json")]
    public async Task What_Amazon_does_not_know_is_refused(string body)
    {
        await using Caller caller = await Caller.StartAsync();

        (await caller.ListAsync("campaigns", Caller.Campaigns, body, caller.Profile().ProfileId)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Quirks_change_the_answers()
    {
        await using Caller caller = await Caller.StartAsync();
        long profile = caller.Profile().ProfileId;
        (await caller.ListAsync("campaigns", Caller.Campaigns, "{}", profile)).Body!["campaigns"]![0]!["campaignId"]!.GetValueKind()
            .Should().Be(System.Text.Json.JsonValueKind.String);

        caller.Simulator.Quirks.IdsAsNumbers = true;
        caller.Simulator.Quirks.OmitTotalResults = true;
        Reply odd = await caller.ListAsync("campaigns", Caller.Campaigns, "{}", profile);

        odd.Body!["campaigns"]![0]!["campaignId"]!.GetValueKind().Should().Be(System.Text.Json.JsonValueKind.Number);
        odd.Body!["totalResults"].Should().BeNull();
    }
}
