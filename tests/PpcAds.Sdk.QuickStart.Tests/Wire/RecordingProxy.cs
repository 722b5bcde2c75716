using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.QuickStart.Tests.Wire;

/// <summary>
/// An HTTP proxy that forwards every request as it is and keeps it. A process uses it when <c>HTTP_PROXY</c> names it.
/// </summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Connection", "Keep-Alive", "Transfer-Encoding"];

    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _target = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    });


    private RecordingProxy(WebApplication application) => _application = application;

    /// <summary>Gets the requests so far, in the order in which they arrived.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Gets the address to put into <c>HTTP_PROXY</c>.</summary>
    public string Address => _application.Services.GetRequiredService<IServer>().Features
        .GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    public static async Task<RecordingProxy> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var proxy = new RecordingProxy(application);
        application.Run(proxy.ForwardAsync);
        await application.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _target.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        HttpRequest incoming = context.Request;
        using var body = new MemoryStream();
        await incoming.Body.CopyToAsync(body, context.RequestAborted);
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new RecordedRequest(
            incoming.Method,
            target,
            [.. incoming.Headers.SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}"))],
            body.ToArray());
        _requests.Enqueue(request);

        using var outgoing = new HttpRequestMessage(new HttpMethod(incoming.Method), new Uri(target));
        if (body.Length > 0)
        {
            outgoing.Content = new ByteArrayContent(request.Body);
        }

        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in incoming.Headers)
        {
            if (!OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !outgoing.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                outgoing.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        using HttpResponseMessage answer = await _target.SendAsync(outgoing, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
