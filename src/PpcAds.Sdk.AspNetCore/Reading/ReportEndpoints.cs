using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Report jobs, and how fresh the data is that came of them.</summary>
internal static class ReportEndpoints
{
    private const string Jobs = """
        {"items":[{"job_id":"9","account_id":"42","profile_id":"1001","dataset":"sp.campaign","from":"2026-02-12","to":"2026-03-14","reason":"missing","state":"generating","report_id":"9f6c0f0e-6f0a-4c2c-8f21-1c7d1d2a9c11","created_at":"2026-03-15T12:00:00+00:00","requested_at":"2026-03-15T12:00:02+00:00","generated_at":null,"due_at":"2026-03-15T12:02:00+00:00","attempts":0,"error":null}],"next":null}
        """;

    private const string Freshness = """
        {"items":[{"profile_id":"1001","dataset":"sp.campaign","newest_day":"2026-03-14","generated_at":"2026-03-15T12:08:00+00:00","loaded_at":"2026-03-15T12:09:00+00:00"}],"next":null}
        """;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/reports/jobs", ListJobsAsync).WithTags("reading")
            .Describe("ListReportJobs", "Lists an account's report jobs, newest first.")
            .Answering<PageResponse<ReportJobResponse>>(StatusCodes.Status200OK, Jobs)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/freshness", ListFreshnessAsync).WithTags("reading")
            .Describe(
                "ListFreshness", "Lists the newest complete day of each profile and dataset; what was never loaded is left out.")
            .Answering<PageResponse<FreshnessResponse>>(StatusCodes.Status200OK, Freshness)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListJobsAsync(
        HttpContext context, [AsParameters] ReportJobParameters parameters, [FromServices] IReportJobStore jobs)
    {
        var values = new QueryValues(context, [.. PageParameters.Names, "account_id", "profile_id", "dataset"]);
        PageRequest page = values.Page();
        long? profile = values.Id("profile_id");
        string? dataset = values.Choice("dataset", [.. Datasets.All.Select(known => known.Id)]);
        var filter = new ReportJobFilter
        {
            AccountId = await values.AccountAsync().ConfigureAwait(false),
            ProfileId = profile is { } id ? new ProfileId(id) : null,
            Dataset = dataset,
        };
        ReadPage<ReportJob> found = await jobs.ListAsync(filter, page, context.RequestAborted).ConfigureAwait(false);
        return EndpointConventions.Answer(
            PageResponse<ReportJobResponse>.Of(found, ReportJobResponse.Of),
            ReadingJsonContext.Default.PageResponseReportJobResponse);
    }

    private static async Task<IResult> ListFreshnessAsync(
        HttpContext context, [AsParameters] AccountParameters parameters, [FromServices] IPpcAdsReader reader)
    {
        var values = new QueryValues(context, [.. PageParameters.Names, "account_id", "profile_id"]);
        PageRequest page = values.Page();
        long? profile = values.Id("profile_id");
        AccountId account = await values.AccountAsync().ConfigureAwait(false);
        ReadPage<PerformanceFreshness> found = await reader
            .ListFreshnessAsync(
                account, profile is { } id ? new ProfileId(id) : null, page, context.RequestAborted).ConfigureAwait(false);
        return EndpointConventions.Answer(
            PageResponse<FreshnessResponse>.Of(found, FreshnessResponse.Of),
            ReadingJsonContext.Default.PageResponseFreshnessResponse);
    }
}
