using Microsoft.AspNetCore.Builder;
using PpcAds.Sdk.AspNetCore;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>The limit that a form counts for, for the page that says how many tries are allowed.</summary>
internal sealed record LimitMetadata(PpcAdsRateLimit Limit)
{
    public static void Add(RouteHandlerBuilder form, PpcAdsRateLimit limit) =>
        form.WithMetadata(new LimitMetadata(limit)).LimitPpcAdsRequests(limit);
}
