using System.Net;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Calls;

/// <summary>
/// Opens the file behind a presigned link. No header of the Ads API goes there: the link itself is the right to read it.
/// </summary>
internal sealed class FileDownloader
{
    private readonly HttpTransport _transport;
    private readonly CallExecutor _executor;
    private readonly AmazonAdsClientOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly string _account;
    private readonly RequestMetrics _metrics;

    public FileDownloader(
        HttpTransport transport,
        CallPipelines pipelines,
        IRateGovernor governor,
        AmazonAdsClientOptions options,
        TimeProvider timeProvider,
        string account,
        RequestMetrics metrics)
    {
        _transport = transport;
        _options = options;
        _timeProvider = timeProvider;
        _account = account;
        _metrics = metrics;

        // A permit covers the opening only. A body is read at the caller's pace: a permit held so long could starve the very
        // calls that the caller makes in between.
        _executor = pipelines.Create("PpcAds.Downloads", builder => builder
            .AddNamed("rate permit", new RatePermitStrategy(governor, options, timeProvider)));
    }

    /// <summary>Opens a file.</summary>
    /// <param name="link">Where it is.</param>
    /// <param name="onRetry">Receives the number of the failed attempt, its failure and the wait.</param>
    /// <param name="cancellationToken">Ends the opening; not the reading.</param>
    /// <exception cref="AmazonAdsException">It failed for good.</exception>
    public Task<DownloadedFile> OpenAsync(
        FileLink link, Action<int, AmazonAdsException, TimeSpan> onRetry, CancellationToken cancellationToken)
    {
        // The link's query is the secret; Amazon's error page may repeat parts of it.
        var context = new CallContext(
            link.Operation, link.ProfileId, link.Region, new SecretRedactor(link.Url.Query.TrimStart('?').Split('&')))
        {
            Account = _account,
            Patience = link.Patience,
        };
        var call = new RatedCall(
            context, new RateScope(_account, link.Region, OperationClass.Downloads, link.ProfileId))
        { OnRetry = onRetry };
        return _executor.RunAsync(call, (attempt, token) => OpenOnceAsync(attempt, link, token), cancellationToken);
    }

    private async Task<DownloadedFile> OpenOnceAsync(RatedCall call, FileLink link, CancellationToken cancellationToken)
    {
        long start = _timeProvider.GetTimestamp();
        HttpResponseMessage? response = null;
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, link.Url);
            response = await _transport.Downloads().SendAsync(message, cancellationToken).ConfigureAwait(false);
            bool isFile = response.StatusCode == HttpStatusCode.OK;
            call.Answer((int)response.StatusCode, isFile ? null : RetryAfterHeader.Read(response.Headers, _timeProvider));
            _metrics.RecordResponse(
                call.Context,
                (int)response.StatusCode,
                RequestIdHeader.Read(response.Headers),
                _timeProvider.GetElapsedTime(start));
            if (!isFile)
            {
                throw await FailureOfAsync(call.Context, link, response, cancellationToken).ConfigureAwait(false);
            }

            Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var stream = new DownloadStream(
                content, call.Context, link.Subject, _options.AttemptTimeout, _timeProvider, response);
            var download = new DownloadedFile(stream, response.Content.Headers.ContentLength);

            // From here on the stream owns it.
            response = null;
            return download;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            if (call.StatusCode is null)
            {
                _metrics.RecordNoResponse(call.Context, _timeProvider.GetElapsedTime(start));
            }

            throw call.Context.Broken($"the connection failed: {exception.Message}", exception);
        }
        finally
        {
            response?.Dispose();
        }
    }

    private async Task<AmazonAdsException> FailureOfAsync(
        CallContext call, FileLink link, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = await BoundedBody.ReadAsync(
            response.Content, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        var answer = new AdsResponse(
            call, response.StatusCode, RequestIdHeader.Read(response.Headers), null, GzipText.Unpack(body));
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
            $"The download of the {link.Subject} was answered with {(int)response.StatusCode}; it begins: "
            + $"{failure.ResponseExcerpt} Each link lives for an hour at most: download the {link.Subject} again for a new one.",
            failure);
    }
}
