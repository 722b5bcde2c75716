using PpcAds.Sdk.Testing;

namespace PpcAds.Sdk.Dashboard.Tests;

/// <summary>Arrows between the parts of the package point one way. The list is the architecture, from top to bottom.</summary>
public sealed class FloorTests
{
    private static readonly Floors Dashboard = new(
        typeof(PpcAdsDashboardOptions).Assembly,
        ["Microsoft.AspNetCore.Builder"],
        ["PpcAds.Sdk.Dashboard.Pages"],
        ["PpcAds.Sdk.Dashboard.Pages.Connect", "PpcAds.Sdk.Dashboard.Pages.Days", "PpcAds.Sdk.Dashboard.Pages.Entity"],
        ["PpcAds.Sdk.Dashboard.Pages.Overview", "PpcAds.Sdk.Dashboard.Pages.Runs", "PpcAds.Sdk.Dashboard.Pages.Tables"],
        ["PpcAds.Sdk.Dashboard.Pages.Accounts"],
        ["PpcAds.Sdk.Dashboard.Data"],
        ["PpcAds.Sdk.Dashboard.Routing"],
        ["PpcAds.Sdk.Dashboard.Pages.Problems"],
        ["PpcAds.Sdk.Dashboard.Hosting"],
        ["PpcAds.Sdk.Dashboard.Components.Charts"],
        ["PpcAds.Sdk.Dashboard.Components"],
        ["PpcAds.Sdk.Dashboard.Formatting"],
        ["PpcAds.Sdk.Dashboard"]);

    [Fact]
    public void No_part_uses_one_that_stands_above_it() =>
        // Razor makes a class of the file of usings that all components share.
        string.Join("\n", Dashboard.FindViolations().Where(arrow => !arrow.Contains("._Imports ", StringComparison.Ordinal)))
            .Should().BeEmpty();
}
