using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>Leads from a form to a page, which the browser then gets (303).</summary>
internal sealed class SeeOther(string address) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
