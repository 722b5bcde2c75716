using System.Diagnostics.Metrics;
using PpcAds.Sdk.Authentication;
using PpcAds.Sdk.Diagnostics;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk;

/// <summary>The instruments of a client, or of all clients of a host. They cost next to nothing without a listener.</summary>
internal sealed class ClientMetrics : IDisposable
{
    private readonly Meter _meter;

    /// <param name="factory">The host's; without one, a separate meter is created.</param>
    public ClientMetrics(IMeterFactory? factory = null)
    {
        _meter = PpcAdsMeter.Create(factory);
        Requests = new RequestMetrics(_meter);
        Tokens = new TokenMetrics(_meter);
        Rates = new RateMetrics(_meter);
    }

    public RequestMetrics Requests { get; }

    public TokenMetrics Tokens { get; }

    public RateMetrics Rates { get; }

    public void Dispose() => _meter.Dispose();
}
