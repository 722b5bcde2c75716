using System.Net;
using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Reports;

/// <summary>Opens the file behind a presigned link. No header of the Ads API goes there: the link itself is the right to read it.</summary>
internal sealed class ReportDownloader(
    HttpTransport transport,
    RetryLoop retries,
    IRateGovernor governor,
    AmazonAdsClientOptions options,
    TimeProvider timeProvider,
    string account,
    PpcAdsMetrics metrics,
    ILogger logger)
{
    public const string Operation = "reports.download";

    public Task<ReportDownload> OpenAsync(Report report, Uri url, AmazonAdsRegion region, ProfileId profileId, CancellationToken cancellationToken)
    {
        // The link's query is the secret; Amazon's error page may repeat parts of it.
        var call = new CallContext(Operation, profileId, region, new SecretRedactor(url.Query.TrimStart('?').Split('&'))) { Account = account };
        var scope = new RateScope(account, region, OperationClass.Downloads, profileId);
        return retries.RunAsync(
            call,
            token => AttemptAsync(call, scope, report, url, token),
            (number, failure, delay) => ReportsLog.DownloadRetried(
                logger, report.ReportId, number, failure.StatusCode is { } status ? $"status {(int)status}" : failure.Message, delay),
            cancellationToken);
    }

    private async Task<Attempt<ReportDownload>> AttemptAsync(
        CallContext call, RateScope scope, Report report, Uri url, CancellationToken cancellationToken)
    {
        // The permit covers the opening only. A body is read at the caller's pace: a place held so long could starve the very
        // calls that the caller makes in between.
        using IRatePermit permit = await governor.AcquireAsync(scope, cancellationToken).ConfigureAwait(false);
        long start = timeProvider.GetTimestamp();
        HttpResponseMessage? response = null;
        using var deadline = new Deadline(options.AttemptTimeout, timeProvider, cancellationToken);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, url);
            response = await transport.Downloads().SendAsync(message, deadline.Token).ConfigureAwait(false);
            metrics.Answered(call, (int)response.StatusCode, RequestIdHeader.Read(response.Headers), timeProvider.GetElapsedTime(start));
            if (response.StatusCode == HttpStatusCode.OK)
            {
                permit.Complete(AttemptResult.Answered);
                Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                var stream = new DownloadStream(content, call, options.AttemptTimeout, timeProvider, response);
                var download = new ReportDownload(report, stream, response.Content.Headers.ContentLength);

                // From here on the stream owns it.
                response = null;
                return new Attempt<ReportDownload>(download, null);
            }

            AmazonAdsException failure = await FailureOfAsync(call, response, deadline.Token).ConfigureAwait(false);
            TimeSpan? retryAfter = RetryAfterHeader.Read(response.Headers, timeProvider);
            permit.Complete(ResultOf(response.StatusCode), retryAfter);
            return new Attempt<ReportDownload>(null, failure, retryAfter);
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            Failed(call, permit, response, start);
            return new Attempt<ReportDownload>(null, call.Broken($"no answer within {options.AttemptTimeout}.", exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            Failed(call, permit, response, start);
            return new Attempt<ReportDownload>(null, call.Broken($"the connection failed: {exception.Message}", exception));
        }
        finally
        {
            response?.Dispose();
        }
    }

    private void Failed(CallContext call, IRatePermit permit, HttpResponseMessage? response, long start)
    {
        permit.Complete(AttemptResult.Failed);
        if (response is null)
        {
            metrics.NotAnswered(call, timeProvider.GetElapsedTime(start));
        }
    }

    // Amazon S3 throttles with 503 Slow Down.
    private static AttemptResult ResultOf(HttpStatusCode status) => (int)status switch
    {
        429 or 503 => AttemptResult.Throttled,
        >= 500 => AttemptResult.Failed,
        _ => AttemptResult.Answered,
    };

    private async Task<AmazonAdsException> FailureOfAsync(CallContext call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = await BoundedBody.ReadAsync(response.Content, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        var answer = new AdsResponse(call, response.StatusCode, RequestIdHeader.Read(response.Headers), null, body);
        var failure = new AmazonAdsFailure
        {
            StatusCode = response.StatusCode,
            RequestId = answer.RequestId,
            Operation = call.Operation,
            ProfileId = call.ProfileId,
            ResponseExcerpt = answer.Excerpt(),
            IsTransient = RetryPolicy.IsTransient((int)response.StatusCode),
        };
        return new AmazonAdsException(
            $"The download of the report was answered with {(int)response.StatusCode}; it begins: {failure.ResponseExcerpt} "
            + "Each link lives for an hour at most: download the report again for a new one.",
            failure);
    }
}
