using System.Net;

namespace PpcAds.Sdk.Chaos.Throttle.Processes;

/// <summary>Counts what comes back over the wire, tokens excepted; each call is under way as long as to Amazon.</summary>
internal sealed class CountingHandler(TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan ShortestWay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWay = TimeSpan.FromMilliseconds(200);

    private long _granted;
    private long _refused;

    public CallerCount Read() => new(Interlocked.Read(ref _granted), Interlocked.Read(ref _refused));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        TimeSpan way = (ShortestWay + ((LongestWay - ShortestWay) * Random.Shared.NextDouble())) / 2;
        await Task.Delay(way, time, cancellationToken);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Get)
        {
            Interlocked.Increment(ref response.StatusCode == HttpStatusCode.TooManyRequests ? ref _refused : ref _granted);
        }

        await Task.Delay(way, time, cancellationToken);
        return response;
    }
}
