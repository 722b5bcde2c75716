using System.Text;
using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.Dashboard.Hosting;

namespace PpcAds.Sdk.Dashboard.Pages.Problems;

/// <summary>Answers with a page without rail: it reads nothing, since that may be what fails.</summary>
internal sealed class ProblemResult(ProblemModel model) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => model.StatusCode;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        string html = await PageRenderer.RenderAsync(
            typeof(ProblemPage), PageContextReader.ReadBare(httpContext), model).ConfigureAwait(false);
        SecurityHeaders.Set(httpContext.Response, []);
        httpContext.Response.StatusCode = model.StatusCode;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
