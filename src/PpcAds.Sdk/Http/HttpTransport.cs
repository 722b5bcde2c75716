using System.Diagnostics;
using System.Net;

namespace PpcAds.Sdk.Http;

/// <summary>
/// Where requests leave the process. Two lanes: API calls, whose answers may come compressed; and downloads, whose bytes
/// are taken as they are. Neither follows redirects, so that no header ever reaches a host it was not meant for.
/// </summary>
internal sealed class HttpTransport(Func<HttpMessageInvoker> api, Func<HttpMessageInvoker> downloads) : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);
    private readonly List<HttpMessageInvoker> _owned = [];

    public HttpMessageInvoker Api() => api();

    public HttpMessageInvoker Downloads() => downloads();

    /// <summary>Creates a separate transport, for a client without dependency injection.</summary>
    /// <param name="handler">In place of the network, if given; it stays the caller's.</param>
    public static HttpTransport Create(HttpMessageHandler? handler)
    {
        var api = new HttpMessageInvoker(handler ?? CreateApiHandler(), disposeHandler: handler is null);
        var downloads = new HttpMessageInvoker(handler ?? CreateDownloadHandler(), disposeHandler: handler is null);
        var transport = new HttpTransport(() => api, () => downloads);
        transport._owned.AddRange([api, downloads]);
        return transport;
    }

    public static SocketsHttpHandler CreateApiHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,

        // Trace ids are the host's own business.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        PooledConnectionLifetime = ConnectionLifetime,
    };

    public static SocketsHttpHandler CreateDownloadHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,

        // Without it there is no span of the runtime's own either, which would have the presigned link.
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = ConnectionLifetime,
    };

    public void Dispose()
    {
        foreach (HttpMessageInvoker invoker in _owned)
        {
            invoker.Dispose();
        }
    }
}
