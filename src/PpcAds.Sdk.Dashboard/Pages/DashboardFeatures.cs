using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Accounts;
using PpcAds.Sdk.Dashboard.Pages.Connect;
using PpcAds.Sdk.Dashboard.Pages.Overview;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Dashboard.Pages.Runs;

namespace PpcAds.Sdk.Dashboard.Pages;

/// <summary>What the dashboard has; a further feature is a further line.</summary>
internal static class DashboardFeatures
{
    public static IReadOnlyList<DashboardFeature> All { get; } =
    [
        OverviewPages.Feature,
        RunPages.Feature,
        AccountPages.Feature,
        ConnectPages.Feature,
        AssetEndpoints.Feature,
        ThemeEndpoint.Feature,
        ProblemPages.Feature,
    ];
}
