using PpcAds.Sdk.Dashboard.Tests.Hosting;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.StoreContracts.Xunit;

namespace PpcAds.Sdk.Dashboard.Tests.Pages;

/// <summary>Which days are here.</summary>
public sealed class DaysTests
{
    [Fact]
    public async Task Each_state_of_a_day_has_a_shape_of_its_own()
    {
        await using TableWorld world = await TableWorld.StartAsync();
        DateOnly day = TableWorld.Yesterday;
        ReportRows many = ReportRows.None.Many(Enumerable.Range(1, 30).Select(id => (long)id), day.AddDays(-6));
        await world.LoadAsync(Datasets.SpCampaign, many, day.AddDays(-6), day.AddDays(-6));
        await world.LoadAsync(Datasets.SpCampaign, ReportRows.None.Campaign(day.AddDays(-6), 1), day.AddDays(-6), day.AddDays(-6));
        await world.LoadAsync(Datasets.SpCampaign, ReportRows.None.Campaign(day.AddDays(-5), 1), day.AddDays(-5), day.AddDays(-4));
        await world.LoadAsync(Datasets.SpCampaign, ReportRows.None.Campaign(day.AddDays(-3), 1), day.AddDays(-3), day.AddDays(-3));
        await world.LoadAsync(Datasets.SpCampaign, ReportRows.None.Campaign(day.AddDays(-3), 1, 3m), day.AddDays(-3), day.AddDays(-3));
        await world.LoadAsync(Datasets.SpCampaign, ReportRows.None.Campaign(day.AddDays(-1), 1), day.AddDays(-1), day.AddDays(-1));
        await world.Host.Storage.Jobs.AddAsync(
            [
                new PlannedReport
                {
                    AccountId = world.Account.AccountId, ProfileId = TableWorld.Profile, Dataset = "sp.campaign", StartDate = day, EndDate = day,
                    Reason = PlanReason.Missing,
                },
            ],
            TimeProvider.System.GetUtcNow());
        using var ada = new Visitor(world.Host);

        await ada.GetAsync("/ads/data");

        ada.Page.Text.Should().Contain("4 of 7 days complete").And.Contain("1 on its way").And.Contain("1 suspect").And.Contain("1 missing");
        ada.Page.Document.QuerySelectorAll("details table tbody tr").Take(8).Select(row => Shape(row.QuerySelector("td")!.TextContent)).Should().Equal(
            "Today, never requested", "On its way", "Loaded", "Missing", "Loaded again since", "Empty", "Loaded", "Suspect");
        AngleSharp.Dom.IElement calendar = ada.Page.Document.QuerySelector("svg.cal[role=img]")!;
        foreach (string shape in new[] { "rect.l", "path.l", "rect.e", "circle.q", "path.s", "path.x", "rect.w" })
        {
            calendar.QuerySelectorAll(shape).Should().NotBeEmpty(shape);
        }

        await ada.ClickAsync("Accounts");
        await ada.GetAsync("/ads/data?show=problems");
        ada.Page.Document.QuerySelectorAll("svg.cal .dn2").Select(label => label.TextContent).Should().Equal("sp.campaign");
    }

    [Fact]
    public async Task A_day_that_is_missing_can_be_requested_again()
    {
        await using TableWorld world = await TableWorld.StartAsync();
        DateOnly day = TableWorld.Yesterday;
        await world.LoadAsync(Datasets.SpCampaign, ReportRows.None.Campaign(day.AddDays(-2), 1), day.AddDays(-2), day.AddDays(-2));
        await world.LoadAsync(Datasets.SpCampaign, ReportRows.None.Campaign(day, 1), day, day);
        using var ada = new Visitor(world.Host);

        await ada.GetAsync("/ads/data");
        await ada.PressAsync("Request this day again");

        ada.Page.Flash.Should().Contain("is requested again");
        QueuedRun run = (await world.Host.Storage.Runs.ListOpenAsync()).Single();
        (run.Request.ProfileId, run.Request.StartDate, run.Request.EndDate).Should().Be((TableWorld.Profile, day.AddDays(-1), day.AddDays(-1)));
        run.Request.Datasets.Should().Equal("sp.campaign");
    }

    [Theory]
    [InlineData("days=3")]
    [InlineData("show=all")]
    [InlineData("q=x")]
    public async Task An_address_that_is_not_right_says_so(string query)
    {
        await using TableWorld world = await TableWorld.StartAsync();
        using var ada = new Visitor(world.Host);

        (await ada.GetAsync($"/ads/data?{query}")).Status.Should().Be(System.Net.HttpStatusCode.BadRequest);
    }

    private static string Shape(string text) => text.Trim();
}
