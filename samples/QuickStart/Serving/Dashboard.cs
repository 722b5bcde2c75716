using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuickStart.Source;
using Spectre.Console;

namespace QuickStart.Serving;

/// <summary>The dashboard over what was loaded, for the browser on this machine.</summary>
internal static class Dashboard
{
    private const string Path = "/ads";

    /// <summary>Serves it until Ctrl+C.</summary>
    /// <returns>The exit code of the load.</returns>
    public static async Task<int> ServeAsync(
        Settings settings, ISource source, IAnsiConsole console, int code, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(settings.LogLevel);
        if (settings.LogLevel != LogLevel.None)
        {
            builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Services.AddSingleton(source.Time);

        // Its keys need not outlive the process: they protect the forms of pages that are open.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        Run.Register(builder.Services, settings, source).AddIngestionWorker();
        await using WebApplication app = builder.Build();
        app.MapPpcAdsDashboard(Path).AllowUnprotectedPpcAds();
        app.MapGet("/", () => Microsoft.AspNetCore.Http.TypedResults.Redirect(Path));

        // Before the worker starts: the credentials are in the memory of each host.
        await Run.ConnectAsync(app.Services, source, cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync(
                $"--port {settings.Port} cannot be used: {exception.Message.TrimEnd('.')}. Name another, or 0 for a free one.");
            return ExitCodes.Usage;
        }

        string address = app.Urls.First() + Path;
        console.WriteLine();
        console.WriteLine($"The dashboard: {address} (Ctrl+C ends it)");
        if (settings.Open)
        {
            OpenBrowser(address);
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C ends the service; the load has ended before.
        }

        await app.StopAsync(CancellationToken.None);
        return code;
    }

    private static void OpenBrowser(string address)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            // A machine without a browser: the address is on the screen.
        }
    }
}
