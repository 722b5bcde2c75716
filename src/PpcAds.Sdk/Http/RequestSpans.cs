using System.Diagnostics;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Http;

/// <summary>The span of a call with all its attempts.</summary>
internal static class RequestSpans
{
    public static Activity? Start(CallContext call) =>
        PpcAdsActivity.Source.StartActivity(PpcAdsTelemetry.ClientRequestSpan, ActivityKind.Client)?
            .SetTag(PpcAdsTelemetry.OperationTag, call.Operation)
            .SetTag(PpcAdsTelemetry.RegionTag, call.Region?.ToString())
            .SetTag(PpcAdsTelemetry.AccountIdTag, call.Account)
            .SetTag(PpcAdsTelemetry.ProfileIdTag, call.ProfileId?.ToString());

    /// <summary>Records a response on the span of the call, which is the current one while an attempt is made.</summary>
    public static void RecordResponse(int statusCode, string? requestId)
    {
        if (Activity.Current is { } span
            && span.Source == PpcAdsActivity.Source
            && span.OperationName == PpcAdsTelemetry.ClientRequestSpan)
        {
            span.SetTag(PpcAdsTelemetry.StatusCodeTag, statusCode).SetTag(PpcAdsTelemetry.RequestIdTag, requestId);
        }
    }

    public static void RecordRetry(Activity? span, AmazonAdsException failure, TimeSpan delay) =>
        span?.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection
        {
            [PpcAdsTelemetry.ErrorTypeTag] = RequestMetrics.ErrorTypeOf(failure),
            ["ppcads.retry.delay"] = delay.TotalSeconds,
        }));
}
