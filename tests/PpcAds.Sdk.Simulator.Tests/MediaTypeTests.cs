using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>The media types that calls may name: as many as Amazon was recorded to take, or only the documented ones.</summary>
public sealed class MediaTypeTests
{
    private const string Json = "application/json";
    private const string ReportAsked = "application/vnd.createasyncreportrequest.v3+json";
    private const string ReportAnswered = "application/vnd.createasyncreportresponse.v3+json";
    private const string BrandCampaigns = "application/vnd.sbcampaignresource.v4+json";
    private const string BrandKeywords = "application/vnd.sbkeyword.v3.2+json";
    private const string BrandKeywordsOfFile = "application/vnd.sbkeyword.v3+json";
    private const string BrandNegativesOfFile = "application/vnd.sbnegativekeyword.v3+json";
    private const string BrandTargets = "application/vnd.sblisttargetsresponse.v3.2+json";
    private const string BrandTargetsOfFile = "application/vnd.sblisttargetsresponse.v3+json";
    private const string CampaignExport = "application/vnd.campaignsexport.v1+json";

    /// <summary>Path, content type, accept, what answers, and whether the strict reading takes it too.</summary>
    public static TheoryData<string, string?, string?, string, bool> Taken => new()
    {
        { "sp/campaigns/list", Caller.Campaigns, Caller.Campaigns, Caller.Campaigns, true },
        { "sp/campaigns/list", Caller.Campaigns, "*/*", Caller.Campaigns, true },
        { "sp/campaigns/list", Caller.Campaigns, "application/json, text/plain, */*", Caller.Campaigns, true },
        { "sp/campaigns/list", Caller.Campaigns, null, Caller.Campaigns, false },
        { "sp/campaigns/list", Caller.Campaigns.ToLowerInvariant(), Caller.Campaigns, Caller.Campaigns, false },
        { "sp/campaigns/list", Caller.Campaigns, Caller.Campaigns.ToUpperInvariant(), Caller.Campaigns, false },
        { "reporting/reports", ReportAsked, ReportAnswered, ReportAnswered, true },
        { "reporting/reports", ReportAsked, Json, Json, false },
        { "reporting/reports", ReportAsked, "application/JSON;q=0.9", Json, false },
        { "reporting/reports", ReportAsked, null, ReportAnswered, false },
        { "reporting/reports", ReportAsked, "*/*", ReportAnswered, true },
        { "reporting/reports", ReportAsked, "application/*", ReportAnswered, true },
        { "reporting/reports", ReportAsked.ToUpperInvariant(), ReportAnswered, ReportAnswered, false },
        { "sb/v4/campaigns/list", BrandCampaigns, null, BrandCampaigns, false },
        { "sb/v4/campaigns/list", BrandCampaigns, "*/*", BrandCampaigns, true },
        { "sb/v4/campaigns/list", BrandCampaigns.ToUpperInvariant(), BrandCampaigns.ToUpperInvariant(), BrandCampaigns, false },
        { "sb/keywords", null, "*/*", BrandKeywords, true },
        { "sb/keywords", null, BrandKeywords, BrandKeywords, true },
        { "sb/keywords", null, BrandKeywordsOfFile, BrandKeywordsOfFile, false },
        { "sb/keywords", null, null, BrandKeywords, false },
        { "sb/negativeKeywords", null, BrandNegativesOfFile, BrandNegativesOfFile, false },
        { "sb/targets/list", Json, BrandTargets, BrandTargets, true },
        { "sb/targets/list", Json, BrandTargetsOfFile, BrandTargetsOfFile, false },
        { "sb/targets/list", BrandTargetsOfFile, BrandTargetsOfFile, BrandTargetsOfFile, false },
        { "sd/campaigns", null, Json, Json, true },
        { "sd/campaigns", null, null, Json, true },
        { "v2/profiles", null, null, Json, true },
        { "campaigns/export", CampaignExport, CampaignExport, CampaignExport, true },
        { "campaigns/export", CampaignExport, "*/*", CampaignExport, true },
        { "campaigns/export", CampaignExport.ToUpperInvariant(), null, CampaignExport, false },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task What_Amazon_was_recorded_to_take_is_taken(
        string path, string? contentType, string? accept, string answered, bool isStrict)
    {
        await using Caller caller = await Caller.StartAsync();

        (HttpStatusCode status, string? type) = await CallAsync(caller, path, contentType, accept);
        caller.Simulator.Quirks.StrictMediaTypes = true;
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        (HttpStatusCode strictStatus, string? strictType) = await CallAsync(caller, path, contentType, accept);

        status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Accepted);
        type.Should().Be(answered);
        if (isStrict)
        {
            strictType.Should().Be(answered);
        }
        else
        {
            strictStatus.Should().BeOneOf(HttpStatusCode.UnsupportedMediaType, HttpStatusCode.NotAcceptable);
        }
    }

    [Theory]
    [InlineData("sp/campaigns/list", Json, Caller.Campaigns)]
    [InlineData("sp/campaigns/list", Caller.Campaigns, Json)]
    [InlineData("sp/campaigns/list", Caller.Campaigns + "; charset=utf-8", Caller.Campaigns)]
    [InlineData("sb/targets/list", BrandTargets, BrandTargets)]
    [InlineData("sb/v4/campaigns/list", Json, BrandCampaigns)]
    [InlineData("sb/v4/campaigns/list", BrandCampaigns, Json)]
    [InlineData("reporting/reports", Json, Json)]
    public async Task What_nothing_shows_that_Amazon_takes_is_refused(string path, string contentType, string accept)
    {
        await using Caller caller = await Caller.StartAsync();

        (await CallAsync(caller, path, contentType, accept)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("sb/v4/campaigns/list", Json, Json, Json)]
    [InlineData("sb/v4/ads/list", Json, "application/vnd.sbadresource.v4+json", "application/vnd.sbadresource.v4+json")]
    [InlineData("reporting/reports", Json, Json, Json)]
    public async Task A_quirk_takes_plain_JSON(string path, string contentType, string accept, string answered)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Quirks.AcceptsPlainJson = true;

        (await CallAsync(caller, path, contentType, accept)).Should().Be((HttpStatusCode.OK, answered));
        (await CallAsync(caller, "sp/campaigns/list", Json, Json)).Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task The_older_type_of_Sponsored_Brands_leaves_brand_videos_out()
    {
        await using Caller caller = await Caller.StartAsync(options => options.BrandCampaigns = 40);

        int all = (await SendAsync(caller, "sb/keywords", null, BrandKeywords)).Body!.AsArray().Count;
        int some = (await SendAsync(caller, "sb/keywords", null, BrandKeywordsOfFile)).Body!.AsArray().Count;
        int targets = (await SendAsync(caller, "sb/targets/list", Json, BrandTargets)).Body!["targets"]!.AsArray().Count;
        Reply ofFile = await SendAsync(caller, "sb/targets/list", Json, BrandTargetsOfFile);
        int someTargets = ofFile.Body!["targets"]!.AsArray().Count;

        some.Should().BeInRange(1, all - 1);
        someTargets.Should().BeInRange(1, targets - 1);
    }

    [Theory]
    [InlineData(Json, Json)]
    [InlineData(null, "application/vnd.getasyncreportresponse.v3+json")]
    public async Task A_report_is_polled_and_deleted_with_plain_JSON_or_no_type_at_all(string? accept, string answered)
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await caller.AskAsync())["reportId"];

        (await CallAsync(caller, $"reporting/reports/{id}", null, accept)).Should().Be((HttpStatusCode.OK, answered));
        Reply deleted = await SendAsync(caller, $"reporting/reports/{id}", null, accept, HttpMethod.Delete);

        deleted.Text.Should().Be($$"""{"code":"200","detail":"Report deleted","reportId":"{{id}}"}""");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("*/*", HttpStatusCode.OK)]
    [InlineData("application/vnd.CampaignsExport.v1+json", HttpStatusCode.OK)]
    [InlineData(Json, HttpStatusCode.NotAcceptable)]
    public async Task An_export_is_polled_with_its_type_or_with_none(string? accept, HttpStatusCode status)
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await SendAsync(caller, "campaigns/export", CampaignExport, CampaignExport))["exportId"];

        (await CallAsync(caller, $"exports/{id}", null, accept)).Status.Should().Be(status);
        caller.Simulator.Quirks.StrictMediaTypes = true;
        (await CallAsync(caller, $"exports/{id}", null, accept)).Status.Should().Be(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task A_client_may_name_itself_by_HTTP_Basic()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = caller.Simulator.ClientId;
        string secret = caller.Simulator.ClientSecret;

        (await GrantAsync(Basic(id, secret)))["access_token"].Should().StartWith("Atza|");
        (await GrantAsync(Basic(id, secret), ("client_id", id)))["access_token"].Should().StartWith("Atza|");
        (await GrantAsync(Basic(id, "wrong")))["error"].Should().Be("invalid_client");
        (await GrantAsync(Basic(id, secret), ("client_id", "another")))["error"].Should().Be("invalid_client");
        (await GrantAsync("Basic nonsense"))["error"].Should().Be("invalid_client");
        (await GrantAsync($"Bearer {caller.Token}"))["error"].Should().Be("invalid_client");

        Task<Reply> GrantAsync(string authorization, params (string Name, string Value)[] others)
        {
            var message = new HttpRequestMessage(HttpMethod.Post, caller.Simulator.TokenEndpoint)
            {
                Content = new FormUrlEncodedContent(
                [
                    new("grant_type", "refresh_token"),
                    new("refresh_token", caller.Simulator.RefreshToken),
                    .. others.Select(other => KeyValuePair.Create(other.Name, other.Value)),
                ]),
            };
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
            return caller.SendAsync(message);
        }

        static string Basic(string id, string secret)
        {
            string pair = $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}";
            return $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}";
        }
    }

    private static async Task<(HttpStatusCode Status, string? Type)> CallAsync(
        Caller caller, string path, string? contentType, string? accept)
    {
        Reply reply = await SendAsync(caller, path, contentType, accept);
        return (reply.Status, reply.ContentType);
    }

    private static Task<Reply> SendAsync(
        Caller caller, string path, string? contentType, string? accept, HttpMethod? method = null)
    {
        HttpRequestMessage message = caller.Authorised(
            method ?? (contentType is null ? HttpMethod.Get : HttpMethod.Post),
            path,
            caller.Profile().ProfileId,
            SimulatorRegion.NA);
        if (contentType is not null)
        {
            string body = path == "reporting/reports"
                ? $$"""{"startDate":"2026-03-01","endDate":"2026-03-07","configuration":{{Caller.Report}}}"""
                : "{}";
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        if (accept is not null)
        {
            message.Headers.Accept.ParseAdd(accept);
        }

        return caller.SendAsync(message);
    }
}
