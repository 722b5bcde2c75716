using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;

namespace PpcAds.Sdk.Dashboard.Routing;

/// <summary>Reads a form, if it is one of the dashboard's pages and not too large.</summary>
internal static class FormReader
{
    public static async Task<IResult> RunAsync(HttpContext context, Func<HttpContext, IFormCollection, Task<IResult>> handler)
    {
        int most = (context.GetEndpoint()?.Metadata.GetMetadata<PpcAdsEndpointOptions>() ?? new PpcAdsEndpointOptions())
            .MaxRequestBodyBytes;
        if (context.Request.ContentLength > most)
        {
            return ProblemPages.TooLarge();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        if (!context.Request.HasFormContentType)
        {
            return ProblemPages.TooOld();
        }

        try
        {
            await DashboardSite.Of(context).Antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException)
        {
            return ProblemPages.TooOld();
        }
        catch (InvalidDataException)
        {
            return ProblemPages.TooLarge();
        }

        return await handler(context, await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    /// <summary>A text of a form; null when it is missing or blank.</summary>
    public static string? Text(this IFormCollection form, string name) =>
        form[name] is [{ } value] && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
