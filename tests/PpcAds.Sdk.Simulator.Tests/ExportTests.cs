using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>The life of an export.</summary>
public sealed class ExportTests
{
    private const string Campaigns = "application/vnd.campaignsexport.v1+json";
    private const string Targets = "application/vnd.targetsexport.v1+json";

    [Fact]
    public async Task An_export_goes_from_processing_to_completed_and_leaves_archived_campaigns_out_unless_asked_for()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 60);
        Reply asked = await AskAsync(caller, "campaigns", Campaigns, "{}");
        asked.Status.Should().Be(HttpStatusCode.Accepted);
        asked["status"].Should().Be("PROCESSING");
        caller.Time.Advance(TimeSpan.FromSeconds(2));

        Reply done = await LookAsync(caller, asked["exportId"], Campaigns);

        done["status"].Should().Be("COMPLETED");
        JsonArray rows = await caller.DownloadAsync(done["url"]);
        rows.Select(row => row!["state"]!.ToString()).Distinct().Should().BeEquivalentTo("ENABLED", "PAUSED");
    }

    [Theory]
    [InlineData("campaigns", Campaigns, """{"adProductFilter":[]}""", "adProductFilter")]
    [InlineData("campaigns", Campaigns, """{"adProductFilter":"SPONSORED_PRODUCTS"}""", "adProductFilter")]
    [InlineData("campaigns", Campaigns, """{"stateFilter":["enabled"]}""", "stateFilter")]
    [InlineData("campaigns", Campaigns, """{"negativeFilter":[true]}""", "negativeFilter")]
    [InlineData("targets", Targets, """{"negativeFilter":["true"]}""", "negativeFilter")]
    [InlineData("targets", Targets, """{"targetTypeFilter":["WORD"]}""", "targetTypeFilter")]
    [InlineData("targets", Targets, "", "JSON")]
    public async Task What_Amazon_does_not_describe_is_refused(string entities, string mediaType, string body, string reason)
    {
        await using Caller caller = await Caller.StartAsync();

        Reply reply = await AskAsync(caller, entities, mediaType, body);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply["message"].Should().Contain(reason);
    }

    [Fact]
    public async Task Types_must_be_those_of_the_export()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await AskAsync(caller, "campaigns", Campaigns, "{}"))["exportId"];

        (await AskAsync(caller, "campaigns", "application/json", "{}")).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await AskAsync(caller, "campaigns", Campaigns, "{}", accept: Targets)).Status.Should().Be(HttpStatusCode.NotAcceptable);
        (await LookAsync(caller, id, Targets)).Status.Should().Be(HttpStatusCode.NotAcceptable);
        (await LookAsync(caller, "no-such-export", Campaigns)).Status.Should().Be(HttpStatusCode.NotFound);
        (await LookAsync(caller, id, Campaigns)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Five_of_a_kind_are_made_at_a_time()
    {
        await using Caller caller = await Caller.StartAsync();
        for (int number = 0; number < 5; number++)
        {
            (await AskAsync(caller, "campaigns", Campaigns, "{}")).Status.Should().Be(HttpStatusCode.Accepted);
        }

        (await AskAsync(caller, "campaigns", Campaigns, "{}")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await AskAsync(caller, "targets", Targets, "{}")).Status.Should().Be(HttpStatusCode.Accepted);
        caller.Time.Advance(TimeSpan.FromSeconds(2));
        (await AskAsync(caller, "campaigns", Campaigns, "{}")).Status.Should().Be(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Each_look_signs_a_link_for_an_hour_until_a_day_has_passed()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await AskAsync(caller, "campaigns", Campaigns, "{}"))["exportId"];
        caller.Time.Advance(TimeSpan.FromMinutes(1));
        string first = (await LookAsync(caller, id, Campaigns))["url"];
        caller.Time.Advance(TimeSpan.FromMinutes(58));
        string second = (await LookAsync(caller, id, Campaigns))["url"];
        caller.Time.Advance(TimeSpan.FromMinutes(3));

        (await caller.SendAsync(new HttpRequestMessage(HttpMethod.Get, first))).Status.Should().Be(HttpStatusCode.Forbidden);
        (await caller.SendAsync(new HttpRequestMessage(HttpMethod.Get, second))).Status.Should().Be(HttpStatusCode.OK);
        caller.Time.Advance(TimeSpan.FromHours(23));
        caller.Token = (await caller.GrantAsync()).Body!["access_token"]!.GetValue<string>();
        (await LookAsync(caller, id, Campaigns)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static Task<Reply> AskAsync(Caller caller, string entities, string mediaType, string body, string? accept = null)
    {
        HttpRequestMessage message = caller.Authorised(HttpMethod.Post, $"{entities}/export", caller.Profile().ProfileId, SimulatorRegion.NA);
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        message.Headers.Accept.ParseAdd(accept ?? mediaType);
        return caller.SendAsync(message);
    }

    private static Task<Reply> LookAsync(Caller caller, string exportId, string accept)
    {
        HttpRequestMessage message = caller.Authorised(HttpMethod.Get, $"exports/{exportId}", caller.Profile().ProfileId, SimulatorRegion.NA);
        message.Headers.Accept.ParseAdd(accept);
        return caller.SendAsync(message);
    }
}
