using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Cases.Tests.Replay;

/// <summary>
/// A real HTTP server before the simulator: answers what a case says, lets the simulator answer everything else, and may change its answers.
/// </summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private static readonly string[] NotForwarded = ["Host", "Content-Length", "Transfer-Encoding", "Connection"];

    private readonly WebApplication _application;
    private readonly HttpClient _simulator;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<ReplayRequest> _requests = new();

    private ReplayServer(Uri simulator, TimeProvider time)
    {
        _time = time;
        _simulator = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = simulator };
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        builder.Services.AddLogging(logging => logging.ClearProviders());
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    public Uri BaseAddress => new(_application.Urls.First());

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<ReplayRequest> Requests => [.. _requests];

    /// <summary>Answers in place of the simulator; null lets the simulator answer.</summary>
    public Func<ReplayRequest, ReplayAnswer?> Answer { get; set; } = _ => null;

    /// <summary>Changes what the simulator answered well.</summary>
    public Func<ReplayRequest, byte[], byte[]> Change { get; set; } = (_, body) => body;

    /// <summary>Profiles of a case that the simulator does not have, and those of its own that stand for them.</summary>
    public Dictionary<string, string> Profiles { get; } = [];

    public static async Task<ReplayServer> StartAsync(Uri simulator, TimeProvider time)
    {
        var server = new ReplayServer(simulator, time);
        await server._application.StartAsync();
        return server;
    }

    public int Count(string method, string pathPrefix) =>
        _requests.Count(request => request.Method == method && request.Path.StartsWith(pathPrefix, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _simulator.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new ReplayRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.QueryString.ToString(),
            System.Text.Encoding.UTF8.GetString(body.ToArray()),
            context.Request.Headers.Authorization);
        _requests.Enqueue(request);
        context.Response.Headers.Date = _time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        if (Answer(request) is { } answer)
        {
            context.Response.StatusCode = answer.Status;
            context.Response.ContentType = answer.ContentType;
            foreach ((string name, string value) in answer.Headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
            return;
        }

        await ForwardAsync(context, request, body.ToArray());
    }

    private async Task ForwardAsync(HttpContext context, ReplayRequest request, byte[] body)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), $"{request.Path}{request.Query}");
        message.Content = body.Length > 0 ? new ByteArrayContent(body) : null;
        foreach ((string name, var values) in context.Request.Headers.Where(header => !NotForwarded.Contains(header.Key)))
        {
            string value = name.EndsWith("-Scope", StringComparison.OrdinalIgnoreCase)
                ? Profiles.GetValueOrDefault(values.ToString(), values.ToString())
                : values.ToString();
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        // Links to files then lead here too.
        message.Headers.Host = context.Request.Host.Value;
        using HttpResponseMessage response = await _simulator.SendAsync(message, context.RequestAborted);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach ((string name, IEnumerable<string> values) in response.Headers.Concat(response.Content.Headers).Where(header => !NotForwarded.Contains(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await context.Response.Body.WriteAsync(response.IsSuccessStatusCode ? Change(request, bytes) : bytes, context.RequestAborted);
    }
}
