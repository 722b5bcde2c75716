using System.Buffers;
using PpcAds.Sdk.Files;

namespace PpcAds.Sdk.Exports;

/// <summary>
/// An export's file as JSON text, whatever its compression. Its end is reported only once the file is known to be whole.
/// </summary>
internal sealed class ExportText(Stream file) : Stream
{
    // A row that is longer is none: it bounds the memory that one file can take.
    private const int MaxRowBytes = 16 * 1024 * 1024;
    private const long MaxBytes = 64L * 1024 * 1024 * 1024;
    private const int Size = 64 * 1024;

    private readonly FileTextSource _source = new(file, MaxBytes, "export");
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Size);
    private int _start;
    private int _end;
    private long _sinceRow;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Call for every row: only what lies between two is bounded.</summary>
    public void RowRead() => _sinceRow = 0;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start == _end)
        {
            // The source needs more room at a time than a JSON reader may have left.
            _start = 0;
            _end = await _source.ReadAsync(_bytes, cancellationToken).ConfigureAwait(false);
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _bytes.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        _sinceRow += count;
        return _sinceRow <= MaxRowBytes ? count : throw ExportFileErrors.RowTooLong(MaxRowBytes);
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

    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync().ConfigureAwait(false);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _start = _end = 0;
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }
}
