using System.Diagnostics;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Diagnostics;

/// <summary>Begins and ends spans. An exception is told by its type and status: its message may quote an answer.</summary>
internal static class PpcAdsSpans
{
    private static readonly ActivitySource Source = new(PpcAdsTelemetry.SourceName);

    public static Activity? Call(CallContext call) =>
        Source.StartActivity(PpcAdsTelemetry.ClientRequestSpan, ActivityKind.Client)?
            .SetTag(PpcAdsTelemetry.OperationTag, call.Operation)
            .SetTag(PpcAdsTelemetry.RegionTag, call.Region?.ToString())
            .SetTag(PpcAdsTelemetry.AccountIdTag, call.Account)
            .SetTag(PpcAdsTelemetry.ProfileIdTag, call.ProfileId?.ToString());

    /// <summary>Notes an answer on the call's span, which is the current one while an attempt is made.</summary>
    public static void Answered(int statusCode, string? requestId)
    {
        if (Activity.Current is { } span && span.Source == Source && span.OperationName == PpcAdsTelemetry.ClientRequestSpan)
        {
            span.SetTag(PpcAdsTelemetry.StatusCodeTag, statusCode).SetTag(PpcAdsTelemetry.RequestIdTag, requestId);
        }
    }

    public static void Retried(Activity? span, AmazonAdsException failure, TimeSpan delay) =>
        span?.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection
        {
            [PpcAdsTelemetry.ErrorTypeTag] = PpcAdsMetrics.ErrorTypeOf(failure),
            ["ppcads.retry.delay"] = delay.TotalSeconds,
        }));

    public static Activity? TokenRefresh() => Source.StartActivity(PpcAdsTelemetry.TokenRefreshSpan);

    public static Activity? Run(string kind, AccountId? accountId) =>
        Source.StartActivity(PpcAdsTelemetry.IngestionRunSpan)?
            .SetTag(PpcAdsTelemetry.RunTag, kind)
            .SetTag(PpcAdsTelemetry.AccountIdTag, accountId?.ToString());

    public static Activity? Step(AccountId accountId, ProfileId? profileId, string step) =>
        Source.StartActivity(PpcAdsTelemetry.IngestionStepSpan)?
            .SetTag(PpcAdsTelemetry.StepTag, step)
            .SetTag(PpcAdsTelemetry.AccountIdTag, accountId.ToString())
            .SetTag(PpcAdsTelemetry.ProfileIdTag, profileId?.ToString());

    /// <summary>Runs a step of a report job in a span.</summary>
    public static async Task<T> InAsync<T>(string name, ReportJob job, Func<Task<T>> body)
    {
        using Activity? span = Source.StartActivity(name)?
            .SetTag(PpcAdsTelemetry.JobIdTag, job.JobId)
            .SetTag(PpcAdsTelemetry.DatasetTag, job.Dataset)
            .SetTag(PpcAdsTelemetry.ReportIdTag, job.ReportId)
            .SetTag(PpcAdsTelemetry.AccountIdTag, job.AccountId.ToString())
            .SetTag(PpcAdsTelemetry.ProfileIdTag, job.ProfileId.ToString());
        return await InAsync(span, body).ConfigureAwait(false);
    }

    /// <summary>Runs something in a span that has begun, and notes on it that it failed.</summary>
    public static async Task<T> InAsync<T>(Activity? span, Func<Task<T>> body)
    {
        try
        {
            return await body().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed(span, exception);
            throw;
        }
    }

    public static void Ended(Activity? span, StepResult result)
    {
        span?.SetTag(PpcAdsTelemetry.OutcomeTag, PpcAdsMetrics.NameOf(result.Outcome));
        if (result.Outcome == StepOutcome.Failed)
        {
            Failed(span, result.Exception);
        }
    }

    private static void Failed(Activity? span, Exception? exception)
    {
        span?.SetStatus(ActivityStatusCode.Error).SetTag(PpcAdsTelemetry.ErrorTypeTag, exception?.GetType().FullName);
        if (exception is AmazonAdsException { StatusCode: { } status } failure)
        {
            span?.SetTag(PpcAdsTelemetry.StatusCodeTag, (int)status).SetTag(PpcAdsTelemetry.RequestIdTag, failure.RequestId);
        }
    }
}
