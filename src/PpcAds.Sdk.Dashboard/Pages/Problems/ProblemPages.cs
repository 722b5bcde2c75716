using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PpcAds.Sdk.AspNetCore;
using PpcAds.Sdk.AspNetCore.Problems;
using PpcAds.Sdk.Dashboard.Hosting;

namespace PpcAds.Sdk.Dashboard.Pages.Problems;

/// <summary>The pages that say that something is not there, not allowed or not possible now.</summary>
internal static class ProblemPages
{
    public static IResult NotFound() => new ProblemResult(new ProblemModel(StatusCodes.Status404NotFound, "Not found")
    {
        Text = "There is no such page, or it is not yours to see.",
    });

    public static IResult TooOld() => new ProblemResult(new ProblemModel(StatusCodes.Status400BadRequest, "Load the page again")
    {
        Text = "This page was open too long to be sent safely. Nothing was changed. Load it again and repeat.",
    });

    public static IResult TooLarge() => new ProblemResult(new ProblemModel(StatusCodes.Status413PayloadTooLarge, "Too large")
    {
        Text = "What was sent is larger than any of these forms. Nothing was changed.",
    });

    public static IResult UnknownParameters(IReadOnlyList<string> names, IReadOnlyCollection<string> known) =>
        new ProblemResult(new ProblemModel(StatusCodes.Status400BadRequest, "This address is not right")
        {
            Text = "The address has parameters that this page does not know, that stand there twice, or whose value cannot be:",
            Names = names,
            Known = known,
        });

    public static IResult WrongValue(string name, string expected) =>
        new ProblemResult(new ProblemModel(StatusCodes.Status400BadRequest, "This address is not right")
        {
            Text = $"The parameter {name} of the address must be {expected}.",
        });

    /// <summary>A problem of the guard or of an action, as a page.</summary>
    public static Task AnswerAsync(HttpContext context, PpcAdsProblem problem) =>
        new ProblemResult(Of(context, problem)).ExecuteAsync(context);

    public static ProblemModel Of(HttpContext context, PpcAdsProblem problem) => problem.StatusCode switch
    {
        StatusCodes.Status404NotFound => new ProblemModel(problem.StatusCode, "Not found")
        {
            Text = "There is no such page, or it is not yours to see.",
        },
        StatusCodes.Status403Forbidden => Forbidden(context, problem),
        StatusCodes.Status429TooManyRequests =>
            new ProblemModel(problem.StatusCode, "Too many tries") { Text = TooMany(context) },
        StatusCodes.Status503ServiceUnavailable when problem.Code == "storage_unavailable" =>
            new ProblemModel(problem.StatusCode, "The database does not answer")
            {
                Text = "The database does not answer. Nothing is lost: the sync goes on where it stopped.",
                Trace = TraceOf(context),
                RetryAddress = RetryOf(context),
            },
        StatusCodes.Status503ServiceUnavailable => new ProblemModel(problem.StatusCode, "Amazon does not answer")
        {
            Text = "Amazon does not answer now. Nothing was changed.",
            Detail = problem.Detail,
            Trace = TraceOf(context),
            RetryAddress = RetryOf(context),
        },
        StatusCodes.Status500InternalServerError => new ProblemModel(problem.StatusCode, "This did not work")
        {
            Text = "This page failed. The log of the service has the reason under the trace.",
            Trace = TraceOf(context),
            RetryAddress = RetryOf(context),
        },
        StatusCodes.Status409Conflict when problem.Code == "account_paused" => new ProblemModel(problem.StatusCode, problem.Title)
        {
            Text = "It syncs again once it is resumed. Nothing was changed.",
        },
        _ => new ProblemModel(problem.StatusCode, problem.Title)
        {
            Text = problem.Errors is { Count: > 0 } errors
                ? string.Join(' ', errors.Values.SelectMany(texts => texts))
                : problem.Detail ?? "Nothing was changed.",
        },
    };

    private static ProblemModel Forbidden(HttpContext context, PpcAdsProblem problem)
    {
        bool isDeveloper = context.RequestServices.GetService<IHostEnvironment>()?.IsDevelopment() == true;
        if (problem.Code == "not_protected" && isDeveloper)
        {
            return new ProblemModel(problem.StatusCode, "This dashboard is closed")
            {
                Text = "This dashboard is closed until the service says who may see it. Add .RequireAuthorization() to "
                    + "MapPpcAdsDashboard.",
            };
        }

        string? user = context.User.Identity is { IsAuthenticated: true } identity ? identity.Name : null;
        return new ProblemModel(problem.StatusCode, "You may not see this page")
        {
            User = user,
            Text = problem.Code switch
            {
                "cross_site" => "This form was sent from another site. Nothing was changed.",
                "not_all_accounts" => "Only users who may see all accounts may sync all of them. Nothing was changed.",
                _ => user is null
                    ? "You are not signed in as someone who may see this page. If you expected it, ask whoever runs this service "
                        + "to give you access."
                    : null,
            },
        };
    }

    private static string TooMany(HttpContext context)
    {
        string wait = context.Response.Headers.RetryAfter is [{ } seconds] ? seconds : "60";
        EndpointMetadataCollection metadata = context.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        PpcAdsEndpointOptions limits = metadata.GetMetadata<PpcAdsEndpointOptions>() ?? new PpcAdsEndpointOptions();
        int most = metadata.GetMetadata<LimitMetadata>()?.Limit switch
        {
            PpcAdsRateLimit.Sync => limits.SyncRequestsPerMinute,
            PpcAdsRateLimit.Accounts => limits.AccountRequestsPerMinute,
            _ => limits.CredentialRequestsPerMinute,
        };
        string allowed = most == 10 ? "Ten" : most.ToString(CultureInfo.CurrentCulture);
        return $"{allowed} tries a minute are allowed. Try again in {wait} seconds.";
    }

    /// <summary>A form is not sent again by a link.</summary>
    private static string RetryOf(HttpContext context) => HttpMethods.IsGet(context.Request.Method)
        ? $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}"
        : DashboardSite.Of(context).RootOf(context) is { Length: > 0 } root ? root : "/";

    private static string TraceOf(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString()[..12] ?? context.TraceIdentifier;
}
