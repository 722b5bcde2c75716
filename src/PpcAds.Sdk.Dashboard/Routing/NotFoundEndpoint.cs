using Microsoft.AspNetCore.Builder;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;

namespace PpcAds.Sdk.Dashboard.Routing;

/// <summary>Whatever address is not mapped. Behind the guard: without access all addresses look alike.</summary>
internal static class NotFoundEndpoint
{
    public static DashboardFeature Feature { get; } = new(group =>
        group.MapPage("/{**path}", _ => Task.FromResult(ProblemPages.NotFound())).WithOrder(int.MaxValue));
}
