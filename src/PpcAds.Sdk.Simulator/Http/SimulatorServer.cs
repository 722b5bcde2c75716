using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>
/// Kestrel without a host around it. A host would be taken for the application's by whatever looks for the first one that a
/// program builds, such as <c>dotnet ef</c> and WebApplicationFactory, and would be traced as the application's.
/// </summary>
internal sealed class SimulatorServer : IHttpApplication<HttpContext>, IAsyncDisposable, IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly KestrelServer _kestrel;
    private readonly RequestDelegate _handle;

    /// <exception cref="IOException">The port is taken.</exception>
    public SimulatorServer(int port, RequestDelegate handle)
    {
        _handle = handle;

        // Bound here, so that the address is known before the server answers.
        var endpoint = new IPEndPoint(IPAddress.Loopback, port);
        try
        {
            _socket.Bind(endpoint);
        }
        catch (SocketException exception)
        {
            _socket.Dispose();
            throw new IOException($"The address http://{endpoint} cannot be used: {exception.Message}.", exception);
        }

        endpoint = (IPEndPoint)_socket.LocalEndPoint!;
        Address = new Uri($"http://{endpoint}/");
        var options = new KestrelServerOptions { ApplicationServices = _services, AddServerHeader = false };

        // Fake time must not end connections.
        options.Limits.MinResponseDataRate = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Listen(endpoint);
        var transport = new SocketTransportOptions { CreateBoundListenSocket = _ => _socket };
        _kestrel = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(transport), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    public Uri Address { get; }

    public Task StartAsync(CancellationToken cancellationToken) => _kestrel.StartAsync(this, cancellationToken);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => _handle(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing of it is pooled.
    }

    public async ValueTask DisposeAsync()
    {
        // Cancelled: connections end now, whatever they are at.
        await _kestrel.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        Dispose();
    }

    public void Dispose()
    {
        _kestrel.Dispose();
        _socket.Dispose();
        _services.Dispose();
    }
}
