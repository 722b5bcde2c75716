using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>Odd answers about reports, tokens, downloads, and odd forms of any answer.</summary>
public sealed class OddAnswerTests
{
    private const string Targeting =
        """
        {"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spTargeting","groupBy":["targeting"],
         "columns":["date","campaignId","adGroupId","keywordId","clicks","campaignBudgetCurrencyCode"],
         "timeUnit":"DAILY","format":"GZIP_JSON"}
        """;

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("EXPIRED")]
    [InlineData("FAILURE")]
    [InlineData("SUCCESS")]
    [InlineData("completed")]
    public async Task A_report_has_a_status_that_no_documentation_knows(string status)
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await caller.AskAsync())["reportId"];
        caller.Simulator.Faults.Add(SimulatorFault.WithReportStatus(status, times: 2));

        (await caller.LookAsync(id))["status"].Should().Be(status);
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        (await caller.LookAsync(id))["status"].Should().Be(status);
        (await caller.LookAsync(id))["status"].Should().Be("COMPLETED", "the fault is over");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/dl/x")]
    [InlineData("not a url")]
    [InlineData("file:///etc/hostname")]
    [InlineData("ftp://127.0.0.1/x")]
    [InlineData("data:application/json,[]")]
    public async Task A_completed_report_has_an_odd_link_or_none(string? url)
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await caller.AskAsync())["reportId"];
        caller.Simulator.Faults.Add(SimulatorFault.WithReportLink(url));

        Reply reply = await caller.LookAsync(id);

        reply["status"].Should().Be("COMPLETED");
        ((string?)reply.Body!["url"]).Should().Be(url);
        reply["reportId"].Should().Be(id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Atza|a\nb")]
    public async Task A_token_answer_has_an_odd_token(string? token)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.WithAccessToken(token));

        Reply reply = await caller.GrantAsync();

        reply.Status.Should().Be(HttpStatusCode.OK);
        ((string?)reply.Body!["access_token"]).Should().Be(token);
        (await caller.GrantAsync())["access_token"].Should().StartWith("Atza|Simulated");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    public async Task A_token_answer_has_an_odd_lifetime(long? seconds)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.WithTokenLifetime(seconds));

        JsonNode body = (await caller.GrantAsync()).Body!;

        body.AsObject().ContainsKey("expires_in").Should().Be(seconds.HasValue);
        ((long?)body["expires_in"]).Should().Be(seconds);
        caller.Token = body["access_token"]!.ToString();
        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.OK, "the token itself is good");
    }

    [Fact]
    public async Task Members_of_any_answer_can_be_set_and_left_out_by_the_control_surface()
    {
        await using Caller caller = await Caller.StartAsync(options => options.ControlSurface = true);
        const string Fault =
            """
            {"kind":"SetMembers","operation":"sp.campaigns.list",
             "members":{"totalResults":700,"nextToken":null},"withoutMembers":["campaigns"]}
            """;
        await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Simulator.BaseAddress, "_simulator/faults"))
        {
            Content = new StringContent(Fault, Encoding.UTF8, "application/json"),
        });
        (await caller.GetAsync("_simulator/faults")).Text.Should().Contain("\"totalResults\":700");

        string answer = (await caller.ListAsync("campaigns", Caller.Campaigns, "{}", caller.Profile().ProfileId)).Text;

        answer.Should().Be("""{"totalResults":700,"nextToken":null}""");
    }

    [Theory]
    [InlineData("profiles.list", "v2/profiles")]
    [InlineData("sd.campaigns.list", "sd/campaigns")]
    public async Task A_byte_order_mark_stands_before_the_JSON(string operation, string path)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.WithByteOrderMark(operation));

        byte[] marked = await BytesAsync(caller, path);
        byte[] plain = await BytesAsync(caller, path);

        marked.Should().Equal([0xEF, 0xBB, 0xBF, .. plain]);
    }

    [Fact]
    public async Task A_byte_order_mark_stands_within_a_packed_file()
    {
        await using Caller caller = await Caller.StartAsync();
        string url = await ReadyAsync(caller);
        caller.Simulator.Faults.Add(SimulatorFault.WithByteOrderMark("reports.download"));

        await using Stream file = new GZipStream(new MemoryStream(await DownloadAsync(url)), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await file.CopyToAsync(unpacked);

        unpacked.ToArray().Should().StartWith([0xEF, 0xBB, 0xBF, (byte)'[']);
    }

    [Fact]
    public async Task An_error_of_the_storage_may_be_packed()
    {
        await using Caller caller = await Caller.StartAsync();
        string url = await ReadyAsync(caller);
        const string Error = "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";
        caller.Simulator.Faults.Add(SimulatorFault.WithGzippedBody("reports.download", 403, Error));

        using HttpResponseMessage response = await SendAsync(url);
        await using Stream body = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(body);

        (response.StatusCode, response.Content.Headers.ContentEncoding.Single(), response.Content.Headers.ContentType!.MediaType)
            .Should().Be((HttpStatusCode.Forbidden, "gzip", "application/xml"));
        (await reader.ReadToEndAsync()).Should().Be(Error);
    }

    [Theory]
    [InlineData(301, null, "PermanentRedirect")]
    [InlineData(307, null, "TemporaryRedirect")]
    [InlineData(400, null, "ExpiredToken")]
    [InlineData(400, "RequestTimeout", "RequestTimeout")]
    [InlineData(408, null, "RequestTimeout")]
    [InlineData(416, null, "InvalidRange")]
    [InlineData(503, null, "SlowDown")]
    public async Task A_download_is_answered_with_an_odd_status(int status, string? code, string expected)
    {
        await using Caller caller = await Caller.StartAsync();
        string url = await ReadyAsync(caller);
        caller.Simulator.Faults.Add(SimulatorFault.WithDownloadStatus(status, code));

        using HttpResponseMessage response = await SendAsync(url);

        ((int)response.StatusCode).Should().Be(status);
        (await response.Content.ReadAsStringAsync()).Should().Contain($"<Code>{expected}</Code>");
        (response.Headers.Location?.AbsoluteUri).Should().Be(status is 301 or 307 ? url : null);
        (await caller.DownloadAsync(url)).Should().NotBeEmpty("the fault is over");
    }

    [Fact]
    public async Task A_download_is_answered_in_part()
    {
        await using Caller caller = await Caller.StartAsync();
        string url = await ReadyAsync(caller);
        byte[] whole = await DownloadAsync(url);
        caller.Simulator.Faults.Add(SimulatorFault.WithDownloadStatus(206));

        using HttpResponseMessage response = await SendAsync(url);

        response.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(whole[..(whole.Length / 2)]);
        response.Content.Headers.ContentRange!.ToString().Should().Be($"bytes 0-{(whole.Length / 2) - 1}/{whole.Length}");
    }

    [Fact]
    public async Task A_time_to_wait_may_be_a_date_by_the_simulators_clock()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.ThrottledUntilDate("profiles.list", seconds: 90));
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.SendAsync(
            caller.Authorised(HttpMethod.Get, "v2/profiles", null, SimulatorRegion.NA));

        response.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Date.Should().Be(new DateTimeOffset(2026, 3, 15, 12, 1, 30, TimeSpan.Zero));
        (response.Headers.RetryAfter.Date - response.Headers.Date).Should().Be(TimeSpan.FromSeconds(90));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.3)]
    public async Task Rows_of_a_report_have_no_ad_group(double share)
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 20);
        JsonArray healthy = await ReportAsync(caller);
        caller.Simulator.Faults.Add(SimulatorFault.ReportWithoutAdGroups(share));

        JsonArray rows = await ReportAsync(caller);

        rows.Should().HaveCount(healthy.Count);
        rows.Count(row => row!["adGroupId"] is null).Should().BeInRange(
            (int)(healthy.Count * share * 0.7), (int)(healthy.Count * Math.Min(1, share * 1.3)));
        rows.Sum(row => row!["clicks"]!.GetValue<int>()).Should().Be(healthy.Sum(row => row!["clicks"]!.GetValue<int>()));
        rows.Should().OnlyContain(row => row!["campaignId"] != null && row["keywordId"] != null);
        (await ReportAsync(caller)).Should().OnlyContain(row => row!["adGroupId"] != null, "the fault is over");
    }

    [Theory]
    [InlineData(null, 1, "usd")]
    [InlineData("USDT", 1, "USDT")]
    [InlineData("u$d", 0.5, "u$d,USD")]
    public async Task Rows_of_a_report_have_an_odd_currency(string? currency, double share, string found)
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 20);
        caller.Simulator.Faults.Add(SimulatorFault.ReportWithCurrency(currency, share));

        JsonArray rows = await ReportAsync(caller);

        rows.Select(row => row!["campaignBudgetCurrencyCode"]!.ToString()).Distinct().Should().BeEquivalentTo(found.Split(','));
    }

    private static async Task<JsonArray> ReportAsync(Caller caller) =>
        await caller.DownloadAsync(await ReadyAsync(caller, Targeting));

    private static async Task<string> ReadyAsync(Caller caller, string configuration = Caller.Report)
    {
        string id = (await caller.AskAsync(configuration))["reportId"];
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        return (await caller.LookAsync(id))["url"];
    }

    private static async Task<byte[]> BytesAsync(Caller caller, string path)
    {
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.SendAsync(
            caller.Authorised(HttpMethod.Get, path, caller.Profile().ProfileId, SimulatorRegion.NA));
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<byte[]> DownloadAsync(string url)
    {
        using HttpResponseMessage response = await SendAsync(url);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(string url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await http.GetAsync(new Uri(url));
    }
}
