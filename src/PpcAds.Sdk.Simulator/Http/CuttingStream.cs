namespace PpcAds.Sdk.Simulator.Http;

/// <summary>Lets a number of bytes through, then throws.</summary>
internal sealed class CuttingStream(Stream inner, long limit) : Stream
{
    private long _left = limit;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException("Write only.");

    public override long Position
    {
        get => throw new NotSupportedException("Write only.");
        set => throw new NotSupportedException("Write only.");
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int length = (int)Math.Min(_left, buffer.Length);
        await inner.WriteAsync(buffer[..length], cancellationToken).ConfigureAwait(false);
        _left -= length;
        if (length < buffer.Length)
        {
            throw new CutException();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously.");

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write only.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("Write only.");

    public override void SetLength(long value) => throw new NotSupportedException("Write only.");

    internal sealed class CutException : IOException;
}
