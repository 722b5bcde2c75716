using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Ingestion;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>Runs: listed, watched, cancelled.</summary>
internal static class RunPages
{
    public const string Root = "/runs";

    public static DashboardFeature Feature { get; } = new(Map, Root);

    /// <summary>The run of the address.</summary>
    /// <exception cref="PageException">There is none that the user may see.</exception>
    public static async Task<QueuedRun> FindAsync(HttpContext context) =>
        await RunActions.FindAsync(context, context.Route("runId")).ConfigureAwait(false)
            ?? throw new PageException(ProblemPages.NotFound());

    private static void Map(RouteGroupBuilder group)
    {
        group.MapPage(Root, RunList.ShowAsync);
        group.MapPage(Root + "/{runId}", ShowAsync);
        group.MapPage(Root + "/{runId}/events", RunEvents.StreamAsync);
        group.MapForm(Root + "/{runId}/cancel", CancelAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context)
    {
        UrlState url = UrlReader.Read(context, "reports");
        if (url["reports"] is not (null or "all"))
        {
            return ProblemPages.WrongValue("reports", "all, or left out");
        }

        QueuedRun run = await FindAsync(context).ConfigureAwait(false);
        return PageResult.Of<RunPage>(
            await RunReader.ReadAsync(context, run.RunId, showsAll: url["reports"] is not null).ConfigureAwait(false)
                ?? throw new PageException(ProblemPages.NotFound()));
    }

    private static async Task<IResult> CancelAsync(HttpContext context, IFormCollection form)
    {
        QueuedRun run = await RunActions.CancelAsync(context, await FindAsync(context).ConfigureAwait(false))
            .ConfigureAwait(false);
        string text = run.State == QueuedRunState.Cancelled
            ? "The run is cancelled. What was loaded stays."
            : "The run ends within seconds. What was loaded stays.";
        return FlashCookie.Redirect(context, $"{Root}/{run.RunId}", run.Request.AccountId is { } account
            ? new Flash(text, "Sync again", $"/accounts/{account}/sync", IsPost: true)
            : new Flash(text, "Sync again", "/accounts/sync", IsPost: true));
    }
}
