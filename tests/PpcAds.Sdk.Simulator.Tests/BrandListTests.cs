using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Sponsored Brands lists: version 4 by token, version 3 by token and by index.</summary>
public sealed class BrandListTests
{
    private const string Campaigns = "application/vnd.sbcampaignresource.v4+json";
    private const string Ads = "application/vnd.sbadresource.v4+json";
    private const string Keywords = "application/vnd.sbkeyword.v3.2+json";
    private const string Targets = "application/vnd.sblisttargetsresponse.v3.2+json";
    private const string Themes = "application/vnd.sbthemeslistresponse.v3+json";

    [Fact]
    public async Task Pages_of_version_4_cover_everything_once_and_tell_their_total()
    {
        await using Caller caller = await Caller.StartAsync(options => options.BrandCampaigns = 7);
        var ids = new List<string>();
        string? next = null;
        do
        {
            Reply page = await PostAsync(caller, "sb/v4/campaigns/list", Campaigns, Campaigns, next is null ? """{"maxResults":3}""" : $$"""{"maxResults":3,"nextToken":"{{next}}"}""");
            page.Body!["totalCount"]!.GetValue<int>().Should().Be(7);
            ids.AddRange(page.Body!["campaigns"]!.AsArray().Select(campaign => campaign!["campaignId"]!.GetValue<string>()));
            next = page.Body!["nextToken"]?.GetValue<string>();
        }
        while (next is not null);

        ids.Should().HaveCount(7).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("""{"maxResults":101}""")]
    [InlineData("""{"campaignIdFilter":{"include":["1","2","3","4","5","6","7","8","9","10","11"]}}""")]
    [InlineData("""{"stateFilter":{"include":["enabled"]}}""")]
    [InlineData("""{"adGroupIdFilter":{"include":["1"]}}""")]
    [InlineData("""{"nextToken":"made-up"}""")]
    public async Task What_version_4_does_not_know_is_refused_under_its_own_media_type(string body)
    {
        await using Caller caller = await Caller.StartAsync();

        Reply reply = await PostAsync(caller, "sb/v4/campaigns/list", Campaigns, Campaigns, body);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply["code"].Should().Be("INVALID_ARGUMENT");
        reply["details"].Should().NotBeEmpty();
    }

    [Fact]
    public async Task Ads_cannot_be_asked_for_extended_data() =>
        (await OneAsync("sb/v4/ads/list", Ads, Ads, """{"includeExtendedDataFields":true}""")).Status.Should().Be(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("sb/targets/list", Targets, Targets)]
    [InlineData("sb/themes/list", "application/vnd.sbthemeslistrequest.v3+json", Themes)]
    [InlineData("sb/v4/campaigns/list", "application/json", Campaigns)]
    public async Task Any_other_media_type_is_refused(string path, string contentType, string accept) =>
        (await OneAsync(path, contentType, accept, "{}")).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);

    [Theory]
    [InlineData("""{"filters":[{"filterType":"TARGETING_STATE","values":["ENABLED"]}]}""")]
    [InlineData("""{"filters":[{"filterType":"CAMPAIGN_ID","values":[1]}]}""")]
    [InlineData("""{"filters":[{"filterType":"CAMPAIGN_ID","values":[]}]}""")]
    [InlineData("""{"filters":[{"filterType":"CAMPAIGN_ID","values":["1"]},{"filterType":"CAMPAIGN_ID","values":["2"]}]}""")]
    [InlineData("""{"filters":[{"filterType":"COLOUR","values":["1"]}]}""")]
    [InlineData("""{"filters":[{"filterType":"CAMPAIGN_ID","values":["1"]},{"filterType":"AD_GROUP_ID","values":["1"]},{"filterType":"TARGETING_STATE","values":["enabled"]},{"filterType":"CREATIVE_TYPE","values":["video"]}]}""")]
    [InlineData("""{"stateFilter":{"include":["enabled"]}}""")]
    [InlineData("""{"maxResults":5001}""")]
    public async Task What_the_lists_of_targets_do_not_know_is_refused(string body) =>
        (await OneAsync("sb/targets/list", "application/json", Targets, body)).Status.Should().Be(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("?stateFilter=ENABLED")]
    [InlineData("?matchTypeFilter=negativeExact")]
    [InlineData("?campaignIdFilter=abc")]
    [InlineData("?count=many")]
    [InlineData("?maxResults=5")]
    [InlineData("?creativeType=video&creativeType=productCollection")]
    public async Task What_the_lists_of_keywords_do_not_know_is_refused(string query)
    {
        await using Caller caller = await Caller.StartAsync();

        Reply reply = await GetAsync(caller, $"sb/keywords{query}", Keywords);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply["details"].Should().NotBeEmpty();
    }

    [Fact]
    public async Task Keywords_are_bare_arrays_with_numbers_and_without_archived_ones_unless_asked_for()
    {
        await using Caller caller = await Caller.StartAsync(options => options.BrandCampaigns = 90);
        JsonArray usual = (await GetAsync(caller, "sb/keywords", Keywords)).Body!.AsArray();
        JsonArray all = (await GetAsync(caller, "sb/keywords?stateFilter=enabled,paused,archived", Keywords)).Body!.AsArray();
        JsonArray part = (await GetAsync(caller, "sb/keywords?stateFilter=enabled,paused,archived&startIndex=2&count=3", Keywords)).Body!.AsArray();

        all.Count.Should().Be(caller.Profile().Brands.Keywords).And.BeGreaterThan(usual.Count);
        usual.Should().OnlyContain(keyword => keyword!["state"]!.GetValue<string>() != "archived" && keyword["keywordId"]!.GetValueKind() == JsonValueKind.Number);
        part.Select(keyword => keyword!["keywordId"]!.GetValue<long>()).Should().Equal(all.Skip(2).Take(3).Select(keyword => keyword!["keywordId"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Themes_have_ids_as_strings_and_states_in_lower_case()
    {
        JsonArray themes = (await OneAsync("sb/themes/list", "application/json", Themes, "{}")).Body!["themes"]!.AsArray();

        themes.Should().NotBeEmpty().And.OnlyContain(theme => theme!["themeId"]!.GetValueKind() == JsonValueKind.String
            && theme["state"]!.GetValue<string>().All(char.IsAsciiLetterLower));
    }

    private static async Task<Reply> OneAsync(string path, string contentType, string accept, string body)
    {
        await using Caller caller = await Caller.StartAsync();
        return await PostAsync(caller, path, contentType, accept, body);
    }

    private static Task<Reply> PostAsync(Caller caller, string path, string contentType, string accept, string body)
    {
        HttpRequestMessage message = caller.Authorised(HttpMethod.Post, path, caller.Profile().ProfileId, SimulatorRegion.NA);
        message.Content = new StringContent(body, Encoding.UTF8);
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        message.Headers.Accept.ParseAdd(accept);
        return caller.SendAsync(message);
    }

    private static Task<Reply> GetAsync(Caller caller, string path, string accept)
    {
        HttpRequestMessage message = caller.Authorised(HttpMethod.Get, path, caller.Profile().ProfileId, SimulatorRegion.NA);
        message.Headers.Accept.ParseAdd(accept);
        return caller.SendAsync(message);
    }
}
