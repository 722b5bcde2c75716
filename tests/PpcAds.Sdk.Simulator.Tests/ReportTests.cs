using System.Net;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>The life of a report.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task A_report_goes_from_pending_to_completed_and_its_file_equals_the_truth()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await caller.AskAsync())["reportId"];

        (await caller.LookAsync(id))["status"].Should().Be("PENDING");
        caller.Time.Advance(TimeSpan.FromMinutes(1));
        (await caller.LookAsync(id))["status"].Should().Be("PROCESSING");
        caller.Time.Advance(TimeSpan.FromMinutes(1));
        Reply done = await caller.LookAsync(id);

        done["status"].Should().Be("COMPLETED");
        JsonArray rows = await caller.DownloadAsync(done["url"]);
        rows.Should().OnlyContain(row => row!.AsObject().Select(member => member.Key).Order().SequenceEqual(new[] { "campaignId", "cost", "date" }));
        SimulatorTotals truth = caller.Simulator.Truth.GetTotals(
            caller.Profile().ProfileId, "spCampaigns", ["campaign"], new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 7));
        rows.Should().HaveCount(truth.Rows);
        rows.Sum(row => row!["cost"]!.GetValue<decimal>()).Should().Be(truth.Cost).And.BePositive();
    }

    [Fact]
    public async Task The_same_again_is_a_duplicate_until_the_first_is_finished()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await caller.AskAsync())["reportId"];

        Reply duplicate = await caller.AskAsync();
        duplicate.Status.Should().Be((HttpStatusCode)425);
        duplicate["detail"].Should().Contain(id);
        caller.Time.Advance(TimeSpan.FromMinutes(3));

        (await caller.AskAsync())["reportId"].Should().NotBe(id);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-15", Caller.Report, "before today")]
    [InlineData("2026-01-01", "2026-03-01", Caller.Report, "31 days")]
    [InlineData("2025-01-01", "2025-01-05", Caller.Report, "95 days ago")]
    [InlineData("2026-03-07", "2026-03-01", Caller.Report, "must not be after")]
    [InlineData("2026-03-01", "2026-03-07", """{"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spCampaigns","groupBy":["campaign"],"columns":["date","kost"],"timeUnit":"DAILY","format":"GZIP_JSON"}""", "kost")]
    [InlineData("2026-03-01", "2026-03-07", """{"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spCampaigns","groupBy":["campain"],"columns":["date"],"timeUnit":"DAILY","format":"GZIP_JSON"}""", "campain")]
    [InlineData("2026-03-01", "2026-03-07", """{"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spCampaigns","groupBy":["campaign"],"columns":["date","cost"],"timeUnit":"SUMMARY","format":"GZIP_JSON"}""", "SUMMARY")]
    public async Task What_Amazon_refuses_is_refused_with_a_reason(string start, string end, string configuration, string reason)
    {
        await using Caller caller = await Caller.StartAsync();

        Reply reply = await caller.AskAsync(configuration, start, end);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply["detail"].Should().Contain(reason);
    }

    [Fact]
    public async Task The_link_is_the_right_to_read_and_runs_out()
    {
        await using Caller caller = await Caller.StartAsync();
        string id = (await caller.AskAsync())["reportId"];
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        string url = (await caller.LookAsync(id))["url"];
        HttpRequestMessage withToken = new(HttpMethod.Get, url);
        withToken.Headers.Add("Authorization", $"Bearer {caller.Token}");

        (await caller.SendAsync(withToken)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await caller.SendAsync(new HttpRequestMessage(HttpMethod.Get, url))).Status.Should().Be(HttpStatusCode.OK);
        (await caller.SendAsync(new HttpRequestMessage(HttpMethod.Get, url + "0"))).Status.Should().Be(HttpStatusCode.Forbidden);
        caller.Time.Advance(TimeSpan.FromMinutes(61));
        (await caller.SendAsync(new HttpRequestMessage(HttpMethod.Get, url))).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_report_of_another_profile_is_not_found()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Profiles = 4);
        string id = (await caller.AskAsync())["reportId"];
        long other = caller.Simulator.Truth.Profiles.Last(profile => profile.Region == SimulatorRegion.NA).ProfileId;

        (await caller.GetAsync($"reporting/reports/{id}", other)).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
