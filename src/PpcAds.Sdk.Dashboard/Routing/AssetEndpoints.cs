using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;

namespace PpcAds.Sdk.Dashboard.Routing;

/// <summary>Style and script, under an address that changes with them.</summary>
internal static class AssetEndpoints
{
    public static DashboardFeature Feature { get; } = new(group => group.MapPage("/assets/{hash}/{file}", GetAsync));

    private static Task<IResult> GetAsync(HttpContext context)
    {
        if (context.Route("hash") != AssetFiles.Hash || AssetFiles.Find(context.Route("file")) is not { } file)
        {
            return Task.FromResult(ProblemPages.NotFound());
        }

        // Private: it is behind the guard, so no cache in between may give it to others.
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Task.FromResult<IResult>(TypedResults.Bytes(file.Content, file.Type));
    }
}
