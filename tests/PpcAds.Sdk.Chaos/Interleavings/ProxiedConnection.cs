using System.Buffers.Binary;
using System.Text;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>One connection through the proxy: messages of PostgreSQL's protocol 3 (PostgreSQL manual, "Frontend/Backend Protocol").</summary>
internal sealed class ProxiedConnection(Stream client, Stream server, Func<Gate?> gate)
{
    private const int EncryptionWithTls = 80877103;
    private const int EncryptionWithGss = 80877104;
    private const int CancelRequest = 80877102;
    private const int LongestStatement = 2000;
    private const int BufferSize = 65_536;

    private int _outstanding;
    private volatile string? _statement;

    /// <summary>The server's process; 0 until it is known.</summary>
    public int ProcessId { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var fromClient = new BufferedStream(client, BufferSize);
        await using var fromServer = new BufferedStream(server, BufferSize);
        await StartAsync(fromClient, cancellationToken);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] ways = [ForwardStatementsAsync(fromClient, both.Token), ForwardAnswersAsync(fromServer, both.Token)];
        await Task.WhenAny(ways);
        await both.CancelAsync();
        await Task.WhenAll(ways);
    }

    /// <summary>The first message has no type; encryption is declined.</summary>
    private async Task StartAsync(BufferedStream fromClient, CancellationToken cancellationToken)
    {
        while (true)
        {
            byte[] length = new byte[4];
            await fromClient.ReadExactlyAsync(length, cancellationToken);
            byte[] rest = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4];
            await fromClient.ReadExactlyAsync(rest, cancellationToken);
            int code = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (code is EncryptionWithTls or EncryptionWithGss)
            {
                await client.WriteAsync("N"u8.ToArray(), cancellationToken);
                continue;
            }

            await server.WriteAsync((byte[])[.. length, .. rest], cancellationToken);
            if (code != CancelRequest)
            {
                return;
            }
        }
    }

    private async Task ForwardStatementsAsync(BufferedStream fromClient, CancellationToken cancellationToken)
    {
        var message = new ProtocolMessage();
        var pending = new MemoryStream();
        while (true)
        {
            await message.ReadAsync(fromClient, cancellationToken);
            switch (message.Type)
            {
                case 'Q':
                    Note(message.Text(0));
                    Interlocked.Increment(ref _outstanding);
                    break;
                case 'P':
                    Note(message.Text(message.Text(0).Length + 1));
                    break;
                case 'S':
                    Interlocked.Increment(ref _outstanding);
                    break;
            }

            await message.WriteAsync(pending, cancellationToken);

            // What the driver sent in one go arrives in one go: the answer to its first part is no point then.
            if (message.Type is 'Q' or 'S' or 'X' or 'H' or 'c' or 'f' or 'p' || pending.Length > 32_768)
            {
                if (message.Type == 'Q' && IsPrepended(message.Text(0)))
                {
                    continue;
                }

                await server.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
                pending.SetLength(0);
            }
        }
    }

    private async Task ForwardAnswersAsync(BufferedStream fromServer, CancellationToken cancellationToken)
    {
        var message = new ProtocolMessage();
        var pending = new MemoryStream();
        while (true)
        {
            await message.ReadAsync(fromServer, cancellationToken);
            bool isDone = message.Type == 'Z' && _statement is not null && Interlocked.Decrement(ref _outstanding) == 0;
            if (message.Type == 'K')
            {
                ProcessId = BinaryPrimitives.ReadInt32BigEndian(message.Body);
            }

            if ((isDone || message.Type == 'G') && gate() is { } open)
            {
                await open.PassAsync(_statement!);
            }

            await message.WriteAsync(pending, cancellationToken);
            if (message.Type is 'Z' or 'R' or 'G' or 'E' || pending.Length > 32_768)
            {
                await client.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
                pending.SetLength(0);
            }
        }
    }

    /// <summary>What the driver sends together with the statement after it.</summary>
    private static bool IsPrepended(string statement) =>
        statement.StartsWith("BEGIN", StringComparison.Ordinal) || statement.StartsWith("DISCARD", StringComparison.Ordinal);

    private void Note(string statement) => _statement = statement.Length > LongestStatement ? statement[..LongestStatement] : statement;

    /// <summary>A message with its type.</summary>
    private sealed class ProtocolMessage
    {
        private readonly byte[] _head = new byte[5];
        private byte[] _body = [];

        public char Type => (char)_head[0];

        public ReadOnlySpan<byte> Body => _body;

        /// <summary>The text that begins somewhere and ends with a zero.</summary>
        public string Text(int from)
        {
            ReadOnlySpan<byte> bytes = Body[from..];
            return Encoding.UTF8.GetString(bytes[..bytes.IndexOf((byte)0)]);
        }

        public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
        {
            await stream.ReadExactlyAsync(_head, cancellationToken);
            _body = new byte[BinaryPrimitives.ReadInt32BigEndian(_head.AsSpan(1)) - 4];
            await stream.ReadExactlyAsync(_body, cancellationToken);
        }

        public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(_head, cancellationToken);
            await stream.WriteAsync(_body, cancellationToken);
        }
    }
}
