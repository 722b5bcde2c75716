using System.Diagnostics;

namespace PpcAds.Sdk.Diagnostics;

/// <summary>
/// The activity source, and how a failure is recorded on a span: by its type and status, since its message may quote an answer.
/// </summary>
internal static class PpcAdsActivity
{
    public static readonly ActivitySource Source = new(PpcAdsTelemetry.SourceName);

    /// <summary>Runs something in a span that has begun, and records its failure.</summary>
    public static async Task<T> RunAsync<T>(Activity? span, Func<Task<T>> body)
    {
        try
        {
            return await body().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            RecordFailure(span, exception);
            throw;
        }
    }

    public static void RecordFailure(Activity? span, Exception? exception)
    {
        span?.SetStatus(ActivityStatusCode.Error).SetTag(PpcAdsTelemetry.ErrorTypeTag, exception?.GetType().FullName);
        if (exception is AmazonAdsException { StatusCode: { } status } failure)
        {
            span?.SetTag(PpcAdsTelemetry.StatusCodeTag, (int)status).SetTag(PpcAdsTelemetry.RequestIdTag, failure.RequestId);
        }
    }
}
