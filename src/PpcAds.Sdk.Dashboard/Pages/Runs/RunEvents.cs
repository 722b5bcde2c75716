using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>
/// Sends the parts of a run's page that changed, once a second at most, until the run is over: server-sent events. The browser
/// connects again by itself.
/// </summary>
internal sealed class RunEvents(HttpContext context, long runId, bool showsAll) : IResult
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Then the browser connects again, and is asked again who it is and what it may see.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>A proxy ends a connection that is silent for long.</summary>
    private const int SilentRounds = 15;

    private static readonly (string Name, Type Component)[] Parts =
    [
        ("summary", typeof(RunSummary)), ("profiles", typeof(RunProfiles)), ("reports", typeof(RunReports)),
        ("failures", typeof(RunFailureList)),
    ];

    public static async Task<IResult> StreamAsync(HttpContext context)
    {
        UrlState url = UrlReader.Read(context, "reports");
        QueuedRun run = await RunPages.FindAsync(context).ConfigureAwait(false);
        return new RunEvents(context, run.RunId, url["reports"] == "all");
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        // The host must not wait for streams when it stops.
        CancellationToken stopping =
            context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await SendAsync(ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The browser is gone, or the host stops; the browser comes again.
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        TimeProvider timeProvider = context.RequestServices.GetRequiredService<TimeProvider>();
        var sent = new Dictionary<string, string>(StringComparer.Ordinal);
        long began = timeProvider.GetTimestamp();
        for (int silent = 0; timeProvider.GetElapsedTime(began) < Longest; silent++)
        {
            if (await RunReader.ReadAsync(context, runId, showsAll).ConfigureAwait(false) is not { } model)
            {
                return;
            }

            Dictionary<string, string> changed = await RenderAsync(model, sent).ConfigureAwait(false);
            if (changed.Count > 0)
            {
                string json = JsonSerializer.Serialize(changed, HostingJsonContext.Default.DictionaryStringString);
                await WriteAsync("parts", json, cancellationToken).ConfigureAwait(false);
                silent = 0;
            }
            else if (silent >= SilentRounds)
            {
                await WriteAsync("still", "open", cancellationToken).ConfigureAwait(false);
                silent = 0;
            }

            if (model.Run.IsFinal)
            {
                string text = model.Run.State == QueuedRunState.Succeeded ? "The run is complete." : "The run is over.";
                await WriteAsync("done", text, cancellationToken).ConfigureAwait(false);
                return;
            }

            await Task.Delay(Interval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Dictionary<string, string>> RenderAsync(RunModel model, Dictionary<string, string> sent)
    {
        PageContext page = PageContextReader.ReadBare(context);
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, Type component) in Parts)
        {
            await AddAsync(name, component, model).ConfigureAwait(false);
        }

        await AddAsync("state", typeof(RunStatePill), model.Run).ConfigureAwait(false);
        return changed;

        async Task AddAsync(string name, Type component, object value)
        {
            string html = await PageRenderer.RenderAsync(component, page, value).ConfigureAwait(false);
            if (sent.GetValueOrDefault(name) != html)
            {
                sent[name] = html;
                changed[name] = html;
            }
        }
    }

    private async Task WriteAsync(string name, string data, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {data}\n\n", cancellationToken).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
