using System.Buffers;
using System.Runtime.CompilerServices;

namespace PpcAds.Sdk.Files;

/// <summary>
/// The file as received, in larger blocks than a decompressor requests, with access to its first bytes. For gzip, a small marker
/// member follows the file's own.
/// </summary>
/// <remarks>
/// Why the marker: .NET's <see cref="System.IO.Compression.GZipStream"/> takes the end of its input as the end of the data, so
/// that a member cut anywhere, its checksum included, reads like a complete one. But it reads on into a following member only
/// when it found the end of the one before and its checksum held. So the file was whole exactly if the marker's text comes out
/// last.
/// </remarks>
internal sealed class GzipInput(Stream source) : Stream
{
    private const int Size = 64 * 1024;

    private static readonly byte[] MarkerMember =
    [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xFB, 0xCF, 0x50, 0x50, 0x90, 0x9C, 0x98, 0x52,
        0x6C, 0x95, 0x9A, 0x9F, 0xC6, 0xF0, 0x9F, 0x91, 0x09, 0x00, 0x4C, 0x66, 0x3B, 0x05, 0x10, 0x00, 0x00, 0x00,
    ];

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Size);
    private int _start;
    private int _end;
    private bool _isGzip;
    private bool _isMarkerGiven;

    /// <summary>What the marker member unpacks to: bytes that no JSON holds.</summary>
    public static ReadOnlySpan<byte> MarkerText =>
        [0xFF, 0x00, 0x70, 0x70, 0x63, 0x61, 0x64, 0x73, 0x3A, 0x65, 0x6F, 0x66, 0x00, 0xFF, 0x01, 0x02];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether the file starts like gzip. Headers are not checked: a proxy may have decompressed it.</summary>
    public async ValueTask<bool> DetectGzipAsync(CancellationToken cancellationToken)
    {
        while (_end < 2)
        {
            int count = await source.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            _end += count;
        }

        _isGzip = _end >= 2 && _bytes[0] == 0x1F && _bytes[1] == 0x8B;
        return _isGzip;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start == _end)
        {
            _start = 0;
            _end = await source.ReadAsync(_bytes.AsMemory(0, Size), cancellationToken).ConfigureAwait(false);
            if (_end == 0 && _isGzip && !_isMarkerGiven)
            {
                _isMarkerGiven = true;
                MarkerMember.CopyTo(_bytes, 0);
                _end = MarkerMember.Length;
            }
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _bytes.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _start = _end = 0;
        }

        base.Dispose(disposing);
    }
}
