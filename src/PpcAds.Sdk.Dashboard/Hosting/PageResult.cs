using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using PpcAds.Sdk.Dashboard.Components;

namespace PpcAds.Sdk.Dashboard.Hosting;

/// <summary>Answers with a page. It is complete before anything is sent, so that a failure is answered as one.</summary>
internal sealed class PageResult(Type component, object? model, int statusCode) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => statusCode;

    /// <summary>Hosts that the page's forms may lead to, besides this one.</summary>
    public IReadOnlyCollection<string> FormHosts { get; init; } = [];

    public static PageResult Of<TPage>(object? model = null, int statusCode = StatusCodes.Status200OK)
        where TPage : IComponent => new(typeof(TPage), model, statusCode);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        PageContext page = await PageContextReader.ReadAsync(httpContext).ConfigureAwait(false);
        byte[] html = Encoding.UTF8.GetBytes(await PageRenderer.RenderAsync(component, page, model).ConfigureAwait(false));
        HttpResponse response = httpContext.Response;
        SecurityHeaders.Set(response, FormHosts);
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Length;
        await response.Body.WriteAsync(html, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
