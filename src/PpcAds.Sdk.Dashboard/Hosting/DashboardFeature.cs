using Microsoft.AspNetCore.Routing;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>A feature of the dashboard.</summary>
/// <param name="Map">Maps its pages and forms.</param>
/// <param name="Places">The paths of the places of the rail that it has pages for.</param>
internal sealed record DashboardFeature(Action<RouteGroupBuilder> Map, params string[] Places);
