using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;

namespace PpcAds.Sdk.Dashboard.Pages;

/// <summary>What the dashboard has; a further feature is a further line.</summary>
internal static class DashboardFeatures
{
    public static IReadOnlyList<DashboardFeature> All { get; } =
    [
        AssetEndpoints.Feature,
        ThemeEndpoint.Feature,
        ProblemPages.Feature,
    ];
}
