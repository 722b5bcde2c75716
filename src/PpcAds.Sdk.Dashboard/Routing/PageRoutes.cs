using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PpcAds.Sdk.Dashboard.Routing;

/// <summary>Maps pages and forms. None of them is in a description of the host's API.</summary>
internal static class PageRoutes
{
    public static RouteHandlerBuilder MapPage(
        this RouteGroupBuilder group, string path, Func<HttpContext, Task<IResult>> handler) =>
        group.MapGet(path, (Delegate)handler).ExcludeFromDescription();

    /// <summary>A form that changes something: its handler runs only for forms of these pages.</summary>
    public static RouteHandlerBuilder MapForm(
        this RouteGroupBuilder group, string path, Func<HttpContext, IFormCollection, Task<IResult>> handler)
    {
        Func<HttpContext, Task<IResult>> guarded = context => FormReader.RunAsync(context, handler);
        return group.MapPost(path, (Delegate)guarded).ExcludeFromDescription();
    }

    /// <summary>A value of the route.</summary>
    public static string? Route(this HttpContext context, string name) => context.GetRouteValue(name) as string;
}
