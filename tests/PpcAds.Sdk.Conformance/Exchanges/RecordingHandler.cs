using System.Collections.Concurrent;

namespace PpcAds.Sdk.Conformance.Exchanges;

/// <summary>Keeps every exchange with the API; bodies stay readable for the caller. Put it next to the wire.</summary>
internal sealed class RecordingHandler : DelegatingHandler
{
    private readonly ConcurrentQueue<Exchange> _exchanges = new();

    public RecordingHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <summary>Leaves the inner handler to be set, as a handler made by a factory must.</summary>
    public RecordingHandler()
    {
    }

    /// <summary>What was recorded so far.</summary>
    public IReadOnlyList<Exchange> Exchanges => [.. _exchanges];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RecordedTarget.From(request.RequestUri!) is not { } target)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        byte[] requestBody = await BufferAsync(request.Content, cancellationToken);
        IReadOnlyDictionary<string, string> requestHeaders = Headers.Of(request.Headers, request.Content);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            byte[] responseBody = await BufferAsync(response.Content, cancellationToken);
            _exchanges.Enqueue(new Exchange
            {
                Method = request.Method.Method,
                Target = target,
                RequestHeaders = requestHeaders,
                RequestBody = requestBody,
                Status = (int)response.StatusCode,
                ResponseHeaders = Headers.Of(response.Headers, response.Content),
                ResponseBody = responseBody,
            });
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<byte[]> BufferAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return [];
        }

        await content.LoadIntoBufferAsync(cancellationToken);
        return await content.ReadAsByteArrayAsync(cancellationToken);
    }
}
