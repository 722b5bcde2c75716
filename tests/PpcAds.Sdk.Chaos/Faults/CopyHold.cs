using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace PpcAds.Sdk.Chaos.Faults;

/// <summary>
/// The wire between a worker and PostgreSQL. In the midst of the first rows that go straight into <c>performance_records</c> it stands still,
/// as that of a worker that is frozen just then: the server waits within COPY.
/// </summary>
internal sealed class CopyHold : IDisposable
{
    private const byte Query = (byte)'Q';
    private const byte CopyData = (byte)'d';
    private const int HeaderSize = 5;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _serverPort;
    private readonly Func<Task> _hold;
    private int _isHeld;

    /// <param name="connectionString">The server's.</param>
    /// <param name="hold">Called when the first rows are half sent; the rest is sent when it has ended.</param>
    public CopyHold(string connectionString, Func<Task> hold)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        _serverPort = server.Port;
        _hold = hold;
        _listener.Start();
        server.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;

        // Messages must be readable here.
        server.SslMode = SslMode.Disable;
        server.GssEncryptionMode = GssEncryptionMode.Disable;
        ConnectionString = server.ConnectionString;
        _ = AcceptAsync();
    }

    /// <summary>Leads through the wire.</summary>
    public string ConnectionString { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            using var server = new TcpClient();
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort);
                await Task.WhenAny(SendAsync(client.GetStream(), server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
            }
            catch (Exception exception) when (exception is SocketException or IOException)
            {
                // One end is gone; the other is closed too.
            }
        }
    }

    /// <summary>Message by message: https://www.postgresql.org/docs/current/protocol-message-formats.html.</summary>
    private async Task SendAsync(NetworkStream from, NetworkStream to)
    {
        // The first one has no type.
        byte[] header = new byte[HeaderSize];
        await from.ReadExactlyAsync(header.AsMemory(1));
        byte[] body = await ReadBodyAsync(from, header);
        await to.WriteAsync(header.AsMemory(1));
        await to.WriteAsync(body);
        bool isCopy = false;
        while (true)
        {
            await from.ReadExactlyAsync(header);
            body = await ReadBodyAsync(from, header);
            if (header[0] == Query)
            {
                isCopy = Encoding.UTF8.GetString(body).StartsWith("COPY performance_facts", StringComparison.Ordinal);
            }

            await to.WriteAsync(header);
            int sent = 0;
            if (isCopy && header[0] == CopyData && Interlocked.Exchange(ref _isHeld, 1) == 0)
            {
                sent = body.Length / 2;
                await to.WriteAsync(body.AsMemory(0, sent));
                await _hold();
            }

            await to.WriteAsync(body.AsMemory(sent));
        }
    }

    private static async Task<byte[]> ReadBodyAsync(NetworkStream from, byte[] header)
    {
        byte[] body = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - 4];
        await from.ReadExactlyAsync(body);
        return body;
    }
}
