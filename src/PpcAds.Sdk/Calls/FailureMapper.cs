using System.Net;
using PpcAds.Sdk.Http;

namespace PpcAds.Sdk.Calls;

/// <summary>Turns an error answer into the exception that says what it means and what to do next.</summary>
internal static class FailureMapper
{
    public static AmazonAdsException ToException(AdsResponse response)
    {
        ErrorBody? body = ErrorBody.TryRead(response.Body);
        int status = (int)response.StatusCode;
        var failure = new AmazonAdsFailure
        {
            StatusCode = response.StatusCode,
            ErrorCode = Redact(body?.Code),
            Details = Redact(body?.Details),
            RequestId = response.RequestId ?? body?.RequestId,
            Operation = response.Call.Operation,
            ProfileId = response.Call.ProfileId,
            ResponseExcerpt = body is null ? response.Excerpt() : null,
            IsTransient = RetryPolicy.IsTransient(status),
        };
        string message = Describe(failure, response);
        return response.StatusCode switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity =>
                new AmazonAdsValidationException(message, failure, [.. (body?.Problems ?? []).Select(RedactProblem)]),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new AmazonAdsAccessDeniedException(message, failure),
            HttpStatusCode.NotFound => new AmazonAdsNotFoundException(message, failure),
            HttpStatusCode.TooManyRequests =>
                new AmazonAdsThrottledException(message, failure) { RetryAfter = response.RetryAfter },
            _ when status is >= 200 and < 400 => new AmazonAdsUnexpectedResponseException(message, failure),
            _ => new AmazonAdsException(message, failure),
        };

        string? Redact(string? text) => text is null ? null : response.Call.Redactor.Redact(text);

        InputProblem RedactProblem(InputProblem problem) => problem with
        {
            Value = Redact(problem.Value),
            Reason = Redact(problem.Reason)!,
            AllowedValues = [.. problem.AllowedValues.Select(value => response.Call.Redactor.Redact(value))],
        };
    }

    private static string Describe(AmazonAdsFailure failure, AdsResponse response)
    {
        string subject = failure.ProfileId is { } profileId ? $"{failure.Operation} for profile {profileId}" : failure.Operation!;
        string said = (failure.ErrorCode, failure.Details, failure.ResponseExcerpt) switch
        {
            ({ } code, { } details, _) => $": {code}, {details}",
            ({ } code, null, _) => $": {code}",
            (null, { } details, _) => $": {details}",
            (null, null, { Length: > 0 } excerpt) => $" with no error that Amazon documents; it begins: {excerpt}",
            _ => " with an empty body",
        };
        string requestId = failure.RequestId is null ? "" : $" (request id {failure.RequestId})";
        return $"{subject} answered {(int)response.StatusCode}{said}{requestId}. {Advice(response)}";
    }

    private static string Advice(AdsResponse response) => response.StatusCode switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity =>
            "The input must change; the same call will fail again. A profile of type agency, or a missing scope, is answered "
            + "like this too.",
        HttpStatusCode.Unauthorized =>
            "The access token was new, so it is not the cause: the profile belongs to another region than "
            + $"{response.Call.Region}, or the grant has no right to it.",
        HttpStatusCode.Forbidden =>
            "The grant has no right to this operation; a viewer may not list keywords and targets, for example.",
        HttpStatusCode.NotFound => "It does not exist, is not visible to this grant, or the path is wrong.",
        HttpStatusCode.NotAcceptable or HttpStatusCode.UnsupportedMediaType =>
            "Amazon no longer takes this version of the call; look for a newer release.",
        HttpStatusCode.TooManyRequests => "Amazon throttles; try later, and make fewer calls at a time.",
        >= HttpStatusCode.InternalServerError => "The fault is Amazon's; try later.",
        _ => "This answer is not documented; look for a newer release, or report it with the request id.",
    };
}
