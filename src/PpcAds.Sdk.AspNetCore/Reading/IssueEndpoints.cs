using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PpcAds.Sdk.AspNetCore.Endpoints;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>What syncs met.</summary>
internal static class IssueEndpoints
{
    private const string Issues = """
        {"items":[{"account_id":"42","profile_id":"1001","step":"load sp.target",
        "report_id":"9f6c0f0e-6f0a-4c2c-8f21-1c7d1d2a9c11","reason":"id missing","details":"adGroupId is empty.","count":3,
        "at":"2026-03-15T12:09:00+00:00"}],"next":null}
        """;

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("/issues", ListIssuesAsync).WithTags("reading")
            .Describe("ListIssues", "Lists the newest issues of an account's syncs, newest first; there are no further pages.")
            .Answering<PageResponse<IssueResponse>>(StatusCodes.Status200OK, Issues)
            .Failing(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static async Task<IResult> ListIssuesAsync(
        HttpContext context, [AsParameters] IssueParameters parameters, [FromServices] ISyncLog log)
    {
        var values = new QueryValues(context, IssueParameters.Names);
        PageRequest page = values.Page();
        long? profile = values.Id("profile_id");
        AccountId account = await values.AccountAsync().ConfigureAwait(false);
        IReadOnlyList<SyncIssue> found = await log.ListIssuesAsync(
            account, profile is { } id ? new ProfileId(id) : null, page.Size, context.RequestAborted).ConfigureAwait(false);
        return EndpointConventions.Answer(
            PageResponse<IssueResponse>.Of(new ReadPage<SyncIssue>(found, null), IssueResponse.Of),
            ReadingJsonContext.Default.PageResponseIssueResponse);
    }
}
