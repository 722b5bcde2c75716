using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>Answers with a problem.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Code">What went wrong, for programs.</param>
/// <param name="Title">The same for people; not about this one request.</param>
internal sealed record ProblemResult(int StatusCode, string Code, string Title)
    : IResult, IStatusCodeHttpResult, IValueHttpResult<PpcAdsProblem>
{
    /// <summary>About this one request.</summary>
    public string? Detail { get; init; }

    /// <summary>What is wrong by field.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The account that it is about, where the caller may know it.</summary>
    public string? AccountId { get; init; }

    int? IStatusCodeHttpResult.StatusCode => StatusCode;

    /// <summary>By it, filters outside this package see what an endpoint answers.</summary>
    PpcAdsProblem? IValueHttpResult<PpcAdsProblem>.Value => ToProblem();

    public PpcAdsProblem ToProblem() =>
        new(StatusCode, Code, Title) { Detail = Detail, Errors = Errors, AccountId = AccountId };

    /// <summary>No such thing, or not the user's.</summary>
    public static ProblemResult NotFound(string what) =>
        new(StatusCodes.Status404NotFound, "not_found", $"There is no such {what}.");

    /// <summary>The input is wrong.</summary>
    public static ProblemResult Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest, "invalid", "The request is not valid.") { Errors = errors };

    /// <summary>The input is wrong in one field.</summary>
    public static ProblemResult Invalid(string field, string reason) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [reason] });

    /// <summary>What there is does not allow it.</summary>
    public static ProblemResult Conflict(string code, string title, string? detail = null) =>
        new(StatusCodes.Status409Conflict, code, title) { Detail = detail };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var body = new ProblemBody
        {
            Type = $"https://www.rfc-editor.org/rfc/rfc9110#name-{StatusCode switch
            {
                400 => "400-bad-request",
                403 => "403-forbidden",
                404 => "404-not-found",
                502 => "502-bad-gateway",
                409 => "409-conflict",
                413 => "413-content-too-large",
                415 => "415-unsupported-media-type",
                422 => "422-unprocessable-content",
                503 => "503-service-unavailable",
                500 => "500-internal-server-error",
                _ => "status-codes",
            }}",
            Title = Title,
            Status = StatusCode,
            Detail = Detail,
            Code = Code,
            Errors = Errors,
            AccountId = AccountId,
            TraceId = Activity.Current?.TraceId.ToHexString() ?? httpContext.TraceIdentifier,
        };
        httpContext.Response.StatusCode = StatusCode;
        return httpContext.Response.WriteAsJsonAsync(
            body, ProblemsJsonContext.Default.ProblemBody, "application/problem+json", httpContext.RequestAborted);
    }
}
