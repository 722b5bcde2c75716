using System.Net;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Calls;

/// <summary>Opens the file behind a presigned link. No header of the Ads API goes there: the link itself is the right to read it.</summary>
internal sealed class FileDownloader(
    HttpTransport transport,
    RetryLoop retries,
    IRateGovernor governor,
    AmazonAdsClientOptions options,
    TimeProvider timeProvider,
    string account,
    RequestMetrics metrics)
{
    private readonly AdmissionControl _admissions = new(governor, options, timeProvider);

    /// <summary>Opens a file.</summary>
    /// <param name="link">Where it is.</param>
    /// <param name="onRetry">Told the number of the failed attempt, its failure and the wait.</param>
    /// <param name="cancellationToken">Ends the opening; not the reading.</param>
    /// <exception cref="AmazonAdsException">It failed for good.</exception>
    public Task<DownloadedFile> OpenAsync(
        FileLink link, Action<int, AmazonAdsException, TimeSpan> onRetry, CancellationToken cancellationToken)
    {
        // The link's query is the secret; Amazon's error page may repeat parts of it.
        var call = new CallContext(
            link.Operation, link.ProfileId, link.Region, new SecretRedactor(link.Url.Query.TrimStart('?').Split('&')))
        {
            Account = account,
            Patience = link.Patience,
        };
        long start = timeProvider.GetTimestamp();
        return retries.RunAsync(call, token => AttemptAsync(call, link, start, token), onRetry, cancellationToken);
    }

    private async Task<Attempt<DownloadedFile>> AttemptAsync(
        CallContext call, FileLink link, long begun, CancellationToken cancellationToken)
    {
        var scope = new RateScope(account, link.Region, OperationClass.Downloads, link.ProfileId);
        Admission admission = await _admissions.AcquireAsync(call, scope, begun, cancellationToken).ConfigureAwait(false);
        if (admission.Refusal is { } refusal)
        {
            return new Attempt<DownloadedFile>(null, refusal, refusal.RetryAfter, IsPaced: true);
        }

        // The permit covers the opening only. A body is read at the caller's pace: a place held so long could starve the very
        // calls that the caller makes in between.
        using IRatePermit permit = admission.Permit!;
        long start = timeProvider.GetTimestamp();
        HttpResponseMessage? response = null;
        using var deadline = new Deadline(options.AttemptTimeout, timeProvider, cancellationToken);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, link.Url);
            response = await transport.Downloads().SendAsync(message, deadline.Token).ConfigureAwait(false);
            metrics.RecordResponse(call, (int)response.StatusCode, RequestIdHeader.Read(response.Headers), timeProvider.GetElapsedTime(start));
            if (response.StatusCode == HttpStatusCode.OK)
            {
                permit.Complete(AttemptResult.Answered);
                Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                var stream = new DownloadStream(content, call, link.Subject, options.AttemptTimeout, timeProvider, response);
                var download = new DownloadedFile(stream, response.Content.Headers.ContentLength);

                // From here on the stream owns it.
                response = null;
                return new Attempt<DownloadedFile>(download, null);
            }

            AmazonAdsException failure = await FailureOfAsync(call, link, response, deadline.Token).ConfigureAwait(false);
            TimeSpan? retryAfter = RetryAfterHeader.Read(response.Headers, timeProvider);
            permit.Complete(ResultOf(response.StatusCode), retryAfter);
            return new Attempt<DownloadedFile>(null, failure, retryAfter);
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            Failed(call, permit, response, start);
            return new Attempt<DownloadedFile>(null, call.Broken($"no answer within {options.AttemptTimeout}.", exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            Failed(call, permit, response, start);
            return new Attempt<DownloadedFile>(null, call.Broken($"the connection failed: {exception.Message}", exception));
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
            metrics.RecordNoResponse(call, timeProvider.GetElapsedTime(start));
        }
    }

    private static AttemptResult ResultOf(HttpStatusCode status) => (int)status switch
    {
        429 or 503 => AttemptResult.Throttled,
        >= 500 => AttemptResult.Failed,
        _ => AttemptResult.Answered,
    };

    private async Task<AmazonAdsException> FailureOfAsync(
        CallContext call, FileLink link, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = await BoundedBody.ReadAsync(response.Content, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        var answer = new AdsResponse(call, response.StatusCode, RequestIdHeader.Read(response.Headers), null, GzipText.Unpack(body));
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
            $"The download of the {link.Subject} was answered with {(int)response.StatusCode}; it begins: {failure.ResponseExcerpt} "
            + $"Each link lives for an hour at most: download the {link.Subject} again for a new one.",
            failure);
    }
}
