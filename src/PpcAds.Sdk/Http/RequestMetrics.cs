using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using PpcAds.Sdk.Diagnostics;

namespace PpcAds.Sdk.Http;

/// <summary>The instruments of requests on the wire.</summary>
internal sealed class RequestMetrics(Meter meter)
{
    private readonly Histogram<double> _duration = meter.CreateDuration(
        PpcAdsTelemetry.ClientRequestDurationMetric,
        "One request on the wire.",
        [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]);

    private readonly Counter<long> _retries = meter.CreateCounter<long>(
        PpcAdsTelemetry.ClientRetriesMetric, "{retry}", "Attempts that failed and are made again.");

    private readonly Counter<long> _throttled = meter.CreateCounter<long>(
        PpcAdsTelemetry.ClientThrottledMetric, "{request}", "Requests that Amazon throttled.");

    public static string ErrorTypeOf(AmazonAdsException failure) =>
        failure.StatusCode is { } status ? NumberOf((int)status) : "no_answer";

    /// <summary>Records a response: its time, its status, and whether it throttles; also on the span of the call.</summary>
    public void RecordResponse(CallContext call, int statusCode, string? requestId, TimeSpan duration)
    {
        RequestSpans.RecordResponse(statusCode, requestId);
        if (_duration.Enabled)
        {
            TagList tags = TagsOf(call);
            tags.Add(PpcAdsTelemetry.StatusCodeTag, statusCode);
            if (statusCode >= 400)
            {
                tags.Add(PpcAdsTelemetry.ErrorTypeTag, NumberOf(statusCode));
            }

            _duration.Record(duration.TotalSeconds, tags);
        }

        if (_throttled.Enabled && call.IsThrottledBy(statusCode))
        {
            _throttled.Add(1, TagsOf(call));
        }
    }

    /// <summary>Records a request without a response.</summary>
    public void RecordNoResponse(CallContext call, TimeSpan duration)
    {
        if (_duration.Enabled)
        {
            TagList tags = TagsOf(call);
            tags.Add(PpcAdsTelemetry.ErrorTypeTag, "no_answer");
            _duration.Record(duration.TotalSeconds, tags);
        }
    }

    public void RecordRetry(CallContext call, AmazonAdsException failure)
    {
        if (_retries.Enabled)
        {
            TagList tags = TagsOf(call);
            tags.Add(PpcAdsTelemetry.ErrorTypeTag, ErrorTypeOf(failure));
            _retries.Add(1, tags);
        }
    }

    private static TagList TagsOf(CallContext call)
    {
        var tags = new TagList { { PpcAdsTelemetry.OperationTag, call.Operation } };
        if (call.Region is { } region)
        {
            tags.Add(PpcAdsTelemetry.RegionTag, region.ToString());
        }

        return tags;
    }

    private static string NumberOf(int statusCode) => statusCode.ToString(CultureInfo.InvariantCulture);
}
