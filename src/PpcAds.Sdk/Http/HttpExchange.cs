namespace PpcAds.Sdk.Http;

/// <summary>One request on the wire, one whole answer back.</summary>
internal sealed class HttpExchange(
    HttpTransport transport, AmazonAdsClientOptions options, TimeProvider timeProvider, RequestMetrics metrics)
{
    /// <summary>Sends a request.</summary>
    /// <exception cref="AmazonAdsException">The connection broke: transient.</exception>
    public async Task<AdsResponse> SendAsync(ResilientCall call, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        long start = timeProvider.GetTimestamp();
        try
        {
            using HttpResponseMessage response = await transport.Api()
                .SendAsync(message, cancellationToken).ConfigureAwait(false);
            var answer = new AdsResponse(
                call.Context,
                response.StatusCode,
                RequestIdHeader.Read(response.Headers),
                RetryAfterHeader.Read(response.Headers, timeProvider),
                await BoundedBody.ReadAsync(response.Content, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false));
            call.Answer((int)answer.StatusCode, answer.RetryAfter);
            metrics.RecordResponse(call.Context, (int)answer.StatusCode, answer.RequestId, timeProvider.GetElapsedTime(start));
            return answer;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            metrics.RecordNoResponse(call.Context, timeProvider.GetElapsedTime(start));
            throw call.Context.Broken($"the connection failed: {exception.Message}", exception);
        }
    }
}
