using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>Maps exceptions to problems. Internal messages and stack traces are never returned.</summary>
internal static partial class ExceptionProblems
{
    public static ProblemResult ToResult(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case PpcAdsProblemException invalid:
                return invalid.Result;
            case PpcAdsValidationException invalid:
                return ProblemResult.Invalid(FieldErrors.Of(invalid.Problems));
            case TooManyRunsException tooMany:
                return ProblemResult.Conflict("too_many_runs", "The account has too many open runs.", tooMany.Message);
            case BadHttpRequestException bad:
                return bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? TooLarge()
                    : new ProblemResult(bad.StatusCode, "bad_request", "The request cannot be read.");
        }

        ILogger logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("PpcAds.Sdk.AspNetCore");
        if (StorageOutage.IsCauseOf(exception, context.RequestServices))
        {
            StorageFailed(logger, exception);
            RetryAfter.Set(context.Response, StorageOutage.Wait);
            return new ProblemResult(
                StatusCodes.Status503ServiceUnavailable, "storage_unavailable", "The database cannot be used now; try again.");
        }

        if (exception is AmazonAdsException amazon)
        {
            AmazonFailed(logger, exception);
            RetryAfter.Set(context.Response, TimeSpan.FromSeconds(30));
            return new ProblemResult(
                StatusCodes.Status503ServiceUnavailable, "amazon_unavailable", "Amazon Ads cannot be used now; try again.")
            {
                Detail = amazon.RequestId is null ? null : $"Amazon's request id is {amazon.RequestId}.",
            };
        }

        Failed(logger, exception);
        return new ProblemResult(StatusCodes.Status500InternalServerError, "failed", "Something went wrong here.")
        {
            Detail = "See the service's log for the trace id.",
        };
    }

    public static ProblemResult TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "too_large", "The request body is too large.");

    [LoggerMessage(1550, LogLevel.Error, "A request failed")]
    private static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(1551, LogLevel.Warning, "A request failed, since the database cannot be used now")]
    private static partial void StorageFailed(ILogger logger, Exception exception);

    [LoggerMessage(1552, LogLevel.Warning, "A request failed, since Amazon did not answer it")]
    private static partial void AmazonFailed(ILogger logger, Exception exception);
}
