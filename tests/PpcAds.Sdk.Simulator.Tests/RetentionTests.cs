using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator.Tests;

/// <summary>How far back reports reach.</summary>
public sealed class RetentionTests
{
    private const string Terms =
        """
        {"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spSearchTerm","groupBy":["searchTerm"],
         "columns":["date","searchTerm","clicks"],"timeUnit":"DAILY","format":"GZIP_JSON"}
        """;

    private const string SummaryOfTerms =
        """
        {"adProduct":"SPONSORED_PRODUCTS","reportTypeId":"spSearchTerm","groupBy":["searchTerm"],
         "columns":["searchTerm","clicks"],"timeUnit":"SUMMARY","format":"GZIP_JSON"}
        """;

    private const string Brands =
        """
        {"adProduct":"SPONSORED_BRANDS","reportTypeId":"sbCampaigns","groupBy":["campaign"],
         "columns":["date","campaignId","cost"],"timeUnit":"DAILY","format":"GZIP_JSON"}
        """;

    private static readonly DateOnly Today = new(2026, 3, 15);

    [Fact]
    public async Task Retention_is_what_the_catalogue_says_of_each_type()
    {
        await using Caller caller = await Caller.StartAsync();
        using JsonDocument catalogue = Lists.ReadCatalogue();
        var documented = catalogue.RootElement.EnumerateArray().ToDictionary(
            type => type.GetProperty("reportTypeId").GetString()!,
            type => type.GetProperty("retentionDays").GetInt32());

        documented.Should().HaveCount(40);
        documented.Keys.ToDictionary(type => type, caller.Simulator.Truth.GetRetentionDays).Should().Equal(documented);
        Action unknown = () => caller.Simulator.Truth.GetRetentionDays("spCampaign");
        unknown.Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Search_terms_older_than_65_days_come_without_rows_and_the_truth_keeps_them()
    {
        await using Caller caller = await Caller.StartAsync();

        JsonArray rows = await ReportAsync(caller, Terms, Today.AddDays(-80), Today.AddDays(-51));

        rows.Select(row => row!["date"]!.ToString()).Distinct().Order().First().Should().Be("2026-01-09", "that is 65 days ago");
        long profile = caller.Profile().ProfileId;
        rows.Should().HaveCount(Rows(Today.AddDays(-65), Today.AddDays(-51)));
        Rows(Today.AddDays(-80), Today.AddDays(-66)).Should().BePositive();

        int Rows(DateOnly from, DateOnly to) =>
            caller.Simulator.Truth.GetTotals(profile, "spSearchTerm", ["searchTerm"], from, to).Rows;
    }

    [Fact]
    public async Task A_report_that_lies_past_the_retention_completes_empty()
    {
        await using Caller caller = await Caller.StartAsync();

        (await ReportAsync(caller, Terms, Today.AddDays(-95), Today.AddDays(-66))).Should().BeEmpty();
        (await ReportAsync(caller, SummaryOfTerms, Today.AddDays(-95), Today.AddDays(-66))).Should().BeEmpty();
        (await ReportAsync(caller, SummaryOfTerms, Today.AddDays(-95), Today.AddDays(-65))).Should().NotBeEmpty();
        (await AskAsync(caller, Terms, Today.AddDays(-96), Today.AddDays(-70)))["detail"].Should().Contain("95 days ago");
    }

    [Theory]
    [InlineData(61, HttpStatusCode.BadRequest)]
    [InlineData(60, HttpStatusCode.OK)]
    public async Task Sponsored_Brands_refuses_what_it_no_longer_keeps(int daysAgo, HttpStatusCode status)
    {
        await using Caller caller = await Caller.StartAsync();

        (await AskAsync(caller, Brands, Today.AddDays(-daysAgo), Today.AddDays(-50))).Status.Should().Be(status);
    }

    [Fact]
    public async Task Retention_can_be_shortened_by_type()
    {
        await using Caller caller = await Caller.StartAsync(options =>
        {
            options.RetentionDays["spSearchTerm"] = 10;
            options.RetentionDays["sbCampaigns"] = 20;
        });

        JsonArray rows = await ReportAsync(caller, Terms, Today.AddDays(-20), Today.AddDays(-1));

        rows.Select(row => row!["date"]!.ToString()).Distinct().Order().First().Should().Be("2026-03-05");
        (await AskAsync(caller, Brands, Today.AddDays(-21), Today.AddDays(-10)))["detail"].Should().Contain("20 days ago");
        caller.Simulator.Truth.GetRetentionDays("spSearchTerm").Should().Be(10);
    }

    [Fact]
    public async Task A_quirk_answers_empty_in_place_of_refusing()
    {
        await using Caller caller = await Caller.StartAsync();
        caller.Simulator.Quirks.EmptyPastRetention = true;

        (await ReportAsync(caller, Brands, Today.AddDays(-200), Today.AddDays(-190))).Should().BeEmpty();
        JsonArray edge = await ReportAsync(caller, Brands, Today.AddDays(-70), Today.AddDays(-50));
        edge.Select(row => row!["date"]!.ToString()).Distinct().Order().First().Should().Be("2026-01-14", "that is 60 days ago");
    }

    [Fact]
    public async Task The_control_surface_says_what_is_kept()
    {
        await using Caller caller = await Caller.StartAsync(options => options.ControlSurface = true);

        (await caller.GetAsync("_simulator/truth/retention?reportTypeId=spSearchTerm"))["days"].Should().Be("65");
        (await caller.GetAsync("_simulator/truth/retention?reportTypeId=none")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    private static Task<Reply> AskAsync(Caller caller, string configuration, DateOnly start, DateOnly end) =>
        caller.AskAsync(configuration, $"{start:yyyy-MM-dd}", $"{end:yyyy-MM-dd}");

    private static async Task<JsonArray> ReportAsync(Caller caller, string configuration, DateOnly start, DateOnly end)
    {
        string id = (await AskAsync(caller, configuration, start, end))["reportId"];
        caller.Time.Advance(TimeSpan.FromMinutes(3));
        return await caller.DownloadAsync((await caller.LookAsync(id))["url"]);
    }
}
