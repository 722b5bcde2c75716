using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>Requests, monitors and cancels syncs. The host's worker runs them.</summary>
internal static class IngestionEndpoints
{
    private const string Run = """
        {"run_id":"7","kind":"sync_account","account_id":"42","profile_id":null,"from":null,"to":null,"datasets":[],"state":"running","cancel_requested":false,"requested_at":"2026-03-15T12:00:00+00:00","started_at":"2026-03-15T12:00:01+00:00","synced_at":null,"finished_at":null,"error":null}
        """;

    private const string Progress = $$"""
        {"run":{{Run}},"done":3,"total":12,"profiles":[{"account_id":"42","profile_id":"1001","steps":[{"step":"sp.campaigns","outcome":"done","reason":null,"rows":20}],"reports_total":9,"reports_loaded":2,"reports_failed":0}]}
        """;

    public static void Map(RouteGroupBuilder group)
    {
        RouteGroupBuilder ingestion = group.MapGroup("/ingestion").WithTags("ingestion");
        ingestion.MapPost("/sync-all", (Delegate)SyncAllAsync)
            .Describe(
                "SyncAll",
                "Requests a sync of all accounts. While one runs, that run is returned. Only for users who may see all accounts.")
            .Answering<RunResponse>(StatusCodes.Status202Accepted, Run).Failing(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType).Limited(PpcAdsRateLimit.Sync);
        ingestion.MapPost("/sync-account/{accountId}", SyncAccountAsync)
            .Describe(
                "SyncAccount",
                "Requests a sync of an account, or of given days of it. While the same sync runs, that run is returned.")
            .Taking<SyncBody>("""{"from":"2026-03-01","to":"2026-03-14","datasets":["sp.campaign"]}""", isOptional: true)
            .Answering<RunResponse>(StatusCodes.Status202Accepted, Run)
            .Failing(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict).Limited(PpcAdsRateLimit.Sync);
        ingestion.MapGet("/runs", ListAsync).Describe("ListRuns", "Lists runs, newest first.")
            .Answering<PageResponse<RunResponse>>(StatusCodes.Status200OK, $$"""{"items":[{{Run}}],"next":null}""")
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        ingestion.MapGet("/runs/{runId}", GetAsync)
            .Describe("GetRun", "Reads a run with how far it is, for each profile and step.")
            .Answering<RunProgressResponse>(StatusCodes.Status200OK, Progress).Failing(StatusCodes.Status404NotFound);
        ingestion.MapDelete("/runs/{runId}", CancelAsync)
            .Describe(
                "CancelRun",
                "Cancels a run: immediately if no worker has started it, otherwise within seconds. What was done stays.")
            .Answering<RunResponse>(StatusCodes.Status202Accepted, Run)
            .Failing(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> SyncAllAsync(HttpContext context)
    {
        await RunActions.RequireAllAccountsAsync(context).ConfigureAwait(false);
        await RequestBody.ReadOptionalAsync(context, IngestionJsonContext.Default.EmptyBody).ConfigureAwait(false);
        return Accepted(context, await RunActions.SyncAllAsync(context).ConfigureAwait(false));
    }

    private static async Task<IResult> SyncAccountAsync([Description(Ids.AccountText)] string accountId, HttpContext context)
    {
        if (await PpcAdsAccountAccess.FindAsync(context, accountId).ConfigureAwait(false) is not { } account)
        {
            return ProblemResult.NotFound("account");
        }

        SyncBody? body = await RequestBody.ReadOptionalAsync(
            context, IngestionJsonContext.Default.SyncBody).ConfigureAwait(false);
        var request = new RunRequest
        {
            StartDate = body?.From,
            EndDate = body?.To,
            Datasets = [.. (body?.Datasets ?? []).Select(dataset => dataset ?? "").Distinct(StringComparer.Ordinal)],
        };
        return Accepted(context, await RunActions.SyncAccountAsync(context, account, request).ConfigureAwait(false));
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, [AsParameters] RunListParameters parameters, [FromServices] IngestionRuns runs)
    {
        var query = new QueryValues(context, [.. PageParameters.Names, "account_id"]);
        PageRequest page = query.Page();
        bool seesAll = await PpcAdsAccountAccess.GetAsync(context).ConfigureAwait(false) is null;
        AccountId? account =
            seesAll && !context.Request.Query.ContainsKey("account_id") ? null : await query.AccountAsync().ConfigureAwait(false);
        query.ThrowIfInvalid();
        ReadPage<QueuedRun> found = await runs.ListAsync(account, page, context.RequestAborted).ConfigureAwait(false);
        return EndpointConventions.Answer(
            PageResponse<RunResponse>.Of(found, RunResponse.Of), IngestionJsonContext.Default.PageResponseRunResponse);
    }

    private static async Task<IResult> GetAsync([Description(Ids.RunText)] string runId, HttpContext context,
        [FromServices] IngestionRuns runs)
    {
        if (await RunActions.FindAsync(context, runId).ConfigureAwait(false) is not { } run
            || await runs.FindProgressAsync(run.RunId, context.RequestAborted).ConfigureAwait(false) is not { } progress)
        {
            return ProblemResult.NotFound("run");
        }

        return EndpointConventions.Answer(RunProgressResponse.Of(progress), IngestionJsonContext.Default.RunProgressResponse);
    }

    private static async Task<IResult> CancelAsync([Description(Ids.RunText)] string runId, HttpContext context)
    {
        if (await RunActions.FindAsync(context, runId).ConfigureAwait(false) is not { } run)
        {
            return ProblemResult.NotFound("run");
        }

        run = await RunActions.CancelAsync(context, run).ConfigureAwait(false);
        return EndpointConventions.Answer(
            RunResponse.Of(run), IngestionJsonContext.Default.RunResponse, StatusCodes.Status202Accepted);
    }

    private static IResult Accepted(HttpContext context, QueuedRun run)
    {
        string path = context.Request.Path.Value ?? "";
        string parent = path[..path.LastIndexOf("/sync-", StringComparison.OrdinalIgnoreCase)];
        context.Response.Headers.Location = $"{context.Request.PathBase}{parent}/runs/{run.RunId}";
        return EndpointConventions.Answer(
            RunResponse.Of(run), IngestionJsonContext.Default.RunResponse, StatusCodes.Status202Accepted);
    }
}
