using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>
/// Stands between an operation and PostgreSQL, and holds back the server's word that a statement is done while the operation is to
/// stop after it. So each of its statements is a point, those of EF Core, of the driver (COMMIT) and of COPY too, and the product
/// knows nothing of it. A command of several statements is one point.
/// </summary>
internal sealed class StatementProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<ProxiedConnection, bool> _connections = new();
    private readonly int _serverPort;
    private readonly Task _accepting;

    public StatementProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The gate of the operation that runs; <see langword="null"/> lets all pass.</summary>
    public Gate? Gate { get; set; }

    /// <summary>The server's processes of the open connections.</summary>
    public int[] ProcessIds => [.. _connections.Keys.Select(connection => connection.ProcessId).Where(id => id != 0)];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var running = new List<Task>();
        try
        {
            while (true)
            {
                running.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient held = client;
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _serverPort, _end.Token);
            var connection = new ProxiedConnection(client.GetStream(), server.GetStream(), () => Gate);
            _connections[connection] = true;
            try
            {
                await connection.RunAsync(_end.Token);
            }
            finally
            {
                _connections.TryRemove(connection, out _);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // The connection is closed, from either side.
        }
    }
}
