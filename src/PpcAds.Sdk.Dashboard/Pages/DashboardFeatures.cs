using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Accounts;
using PpcAds.Sdk.Dashboard.Pages.Connect;
using PpcAds.Sdk.Dashboard.Pages.Days;
using PpcAds.Sdk.Dashboard.Pages.Entity;
using PpcAds.Sdk.Dashboard.Pages.Overview;
using PpcAds.Sdk.Dashboard.Pages.Runs;
using PpcAds.Sdk.Dashboard.Pages.Tables;

namespace PpcAds.Sdk.Dashboard.Pages;

/// <summary>What the dashboard has; a further feature is a further line.</summary>
internal static class DashboardFeatures
{
    public static IReadOnlyList<DashboardFeature> All { get; } =
    [
        OverviewPages.Feature,
        TablePages.Feature,
        EntityPages.Feature,
        RunPages.Feature,
        DaysPages.Feature,
        AccountPages.Feature,
        ConnectPages.Feature,
        AssetEndpoints.Feature,
        ThemeEndpoint.Feature,
        NotFoundEndpoint.Feature,
    ];
}
