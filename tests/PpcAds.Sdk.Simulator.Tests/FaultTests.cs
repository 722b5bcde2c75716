using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>What goes wrong on purpose, and the control surface.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_lets_calls_pass_hits_as_often_as_it_should_and_only_what_it_names()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.WithStatus("profiles.list", 500, times: 2) with { Skip = 1 });

        var statuses = new List<HttpStatusCode>();
        for (int i = 0; i < 4; i++)
        {
            statuses.Add((await caller.GetAsync("v2/profiles")).Status);
        }

        statuses.Should().Equal(HttpStatusCode.OK, HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK);
        caller.Simulator.Faults.Hits.Should().Be(2);
    }

    [Fact]
    public async Task A_connection_is_cut_before_or_within_the_answer()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.ConnectionClosed("profiles.list"));
        caller.Simulator.Faults.Add(SimulatorFault.Truncated("profiles.list", 10));
        Func<Task> call = () => caller.GetAsync("v2/profiles");

        await call.Should().ThrowAsync<HttpRequestException>();
        await call.Should().ThrowAsync<HttpRequestException>();
        await call.Should().NotThrowAsync();
    }

    [Fact]
    public async Task A_failed_report_says_why()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Faults.Add(SimulatorFault.FailedReport());
        string id = (await caller.AskAsync())["reportId"];
        caller.Time.Advance(TimeSpan.FromMinutes(3));

        Reply report = await caller.LookAsync(id);

        report["status"].Should().Be("FAILED");
        report["failureReason"].Should().NotBeEmpty();
    }

    [Fact]
    public async Task An_incomplete_report_lacks_the_same_rows_each_time()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 20);
        JsonArray whole = await ReportAsync(caller);
        caller.Simulator.Faults.Add(SimulatorFault.IncompleteReport(0.6, times: 2));

        JsonArray first = await ReportAsync(caller);
        JsonArray second = await ReportAsync(caller);

        first.Count.Should().BeInRange(whole.Count / 5, whole.Count * 3 / 5);
        second.Select(row => row!["campaignId"]!.ToJsonString() + row["date"]).Should().BeEquivalentTo(first.Select(row => row!["campaignId"]!.ToJsonString() + row["date"]));
        (await ReportAsync(caller)).Should().HaveCount(whole.Count);
    }

    [Fact]
    public async Task A_fault_of_reports_may_be_for_one_type()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 20);
        JsonArray whole = await ReportAsync(caller);
        caller.Simulator.Faults.Add(SimulatorFault.IncompleteReport(0.6) with { ReportTypeId = "spTargeting" });

        (await ReportAsync(caller)).Should().HaveCount(whole.Count, "it is of spCampaigns");
    }

    [Fact]
    public async Task A_fault_of_reports_may_be_for_one_day()
    {
        await using Caller caller = await Caller.StartAsync(options => options.Campaigns = 20);
        JsonArray whole = await ReportAsync(caller);
        DateOnly last = whole.Max(row => DateOnly.Parse((string)row!["date"]!, System.Globalization.CultureInfo.InvariantCulture));
        SimulatorFault fault = SimulatorFault.IncompleteReport(0.6);
        caller.Simulator.Faults.Add(fault with { ReportDay = last.AddDays(1) });

        (await ReportAsync(caller)).Should().HaveCount(whole.Count, "the day is not among its days");

        caller.Simulator.Faults.Add(fault with { ReportDay = last });
        (await ReportAsync(caller)).Count.Should().BeLessThan(whole.Count);
    }

    [Fact]
    public async Task A_storm_hits_its_share_of_calls_the_same_ones_for_the_same_seed()
    {
        // Some answers are late by the simulator's clock: those waits are stepped over.
        var time = new SteppingTimeProvider();
        await using Caller caller = await Caller.StartAsync(options => (options.TimeProvider, options.AccessTokenLifetime) = (time, TimeSpan.FromDays(1)));

        int[] first = await StormAsync(caller, time, seed: 3);
        int[] second = await StormAsync(caller, time, seed: 3);
        int[] other = await StormAsync(caller, time, seed: 4);

        second.Should().Equal(first);
        other.Should().NotEqual(first);
        caller.Simulator.Faults.Hits.Should().BeInRange(3 * 120, 3 * 180, "half of three times 300 calls are hit");
        first.Should().Contain([0, 401, 429, 500, 502, 503, 504]);
    }

    private static async Task<int[]> StormAsync(Caller caller, SteppingTimeProvider time, int seed)
    {
        caller.Simulator.Faults.Storm = new SimulatorStorm(0.5, seed);
        var statuses = new List<int>();
        for (int i = 0; i < 300; i++)
        {
            try
            {
                statuses.Add((int)(await time.RunAsync(caller.GetAsync("v2/profiles"))).Status);
            }
            catch (HttpRequestException)
            {
                statuses.Add(0);
            }
        }

        caller.Simulator.Faults.Storm = null;
        return [.. statuses];
    }

    private static async Task<JsonArray> ReportAsync(Caller caller)
    {
        string id = (await caller.AskAsync())["reportId"];
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        return await caller.DownloadAsync((await caller.LookAsync(id))["url"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Throttling_refills_with_the_clock(bool sendsRetryAfter)
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Throttle = new SimulatorThrottle(CallsPerSecond: 1, Burst: 2, SendsRetryAfter: sendsRetryAfter);
        await caller.GetAsync("v2/profiles");
        await caller.GetAsync("v2/profiles");

        Reply refused = await caller.GetAsync("v2/profiles");
        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        refused.RetryAfter.HasValue.Should().Be(sendsRetryAfter);
        caller.Time.Advance(TimeSpan.FromSeconds(1));

        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_control_surface_is_closed_unless_asked_for()
    {
        await using Caller closed = await Caller.StartAsync();
        await using Caller open = await Caller.StartAsync(options => options.ControlSurface = true);

        (await closed.GetAsync("_simulator/clock")).Status.Should().Be(HttpStatusCode.NotFound);
        (await open.GetAsync("_simulator/clock"))["now"].Should().StartWith("2026-03-15T12:00");
    }

    [Fact]
    public async Task The_control_surface_moves_the_clock_adds_faults_and_tells_the_truth()
    {
        await using Caller caller = await Caller.StartAsync(options => options.ControlSurface = true);
        await PostAsync(caller, "_simulator/clock/advance", """{"days":1}""");
        await PostAsync(caller, "_simulator/faults", """{"kind":"Status","operation":"profiles.list","status":503}""");
        caller.Token = (await caller.GrantAsync())["access_token"];

        (await caller.GetAsync("v2/profiles")).Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await caller.GetAsync("_simulator/clock"))["now"].Should().StartWith("2026-03-16");
        long profile = caller.Profile().ProfileId;
        Reply truth = await caller.GetAsync(
            $"_simulator/truth?profileId={profile}&reportTypeId=spCampaigns&groupBy=campaign&startDate=2026-03-01&endDate=2026-03-07");
        truth.Body!["cost"]!.GetValue<decimal>().Should().BePositive();
        (await PostAsync(caller, "_simulator/faults", "nonsense")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_request_log_holds_no_secret()
    {
        await using Caller caller = await Caller.StartAsync(options => options.ControlSurface = true);
        await caller.GetAsync("v2/profiles");

        string log = (await caller.GetAsync("_simulator/requests")).Text;

        log.Should().Contain("profiles.list").And.Contain("lwa.token");
        log.Should().NotContain(caller.Token).And.NotContain(caller.Simulator.ClientSecret).And.NotContain("Atzr");
    }

    [Fact]
    public async Task Its_port_can_be_given_and_is_free_again_afterwards()
    {
        int port;
        await using (Caller first = await Caller.StartAsync())
        {
            port = first.Simulator.BaseAddress.Port;
        }

        await using Caller second = await Caller.StartAsync(options => options.Port = port);

        second.Simulator.BaseAddress.Port.Should().Be(port);
    }

    private static Task<Reply> PostAsync(Caller caller, string path, string body) => caller.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri(caller.Simulator.BaseAddress, path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
}
