namespace PpcAds.Sdk.Http;

/// <summary>One request on the wire, one whole answer back, within the time of one attempt.</summary>
internal sealed class HttpExchange(HttpTransport transport, AmazonAdsClientOptions options, TimeProvider timeProvider, RequestMetrics metrics)
{
    /// <summary>Sends a request.</summary>
    /// <exception cref="AmazonAdsException">The connection broke or the attempt took too long: transient.</exception>
    public async Task<AdsResponse> SendAsync(CallContext call, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(options.AttemptTimeout, timeProvider, cancellationToken);
        long start = timeProvider.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await transport.Api().SendAsync(message, deadline.Token).ConfigureAwait(false);
            var answer = new AdsResponse(
                call,
                response.StatusCode,
                RequestIdHeader.Read(response.Headers),
                RetryAfterHeader.Read(response.Headers, timeProvider),
                await BoundedBody.ReadAsync(response.Content, options.MaxResponseBytes, deadline.Token).ConfigureAwait(false));
            metrics.RecordResponse(call, (int)answer.StatusCode, answer.RequestId, timeProvider.GetElapsedTime(start));
            return answer;
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            metrics.RecordNoResponse(call, timeProvider.GetElapsedTime(start));
            throw call.Broken($"no whole answer within {options.AttemptTimeout}.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            metrics.RecordNoResponse(call, timeProvider.GetElapsedTime(start));
            throw call.Broken($"the connection failed: {exception.Message}", exception);
        }
    }
}
