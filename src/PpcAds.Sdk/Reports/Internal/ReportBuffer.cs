using System.Buffers;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// The part of the file that is in memory, in one piece: the JSON of the current batch, then what is not parsed yet. One piece
/// because a reader over segments takes half as long again.
/// </summary>
internal sealed class ReportBuffer : IDisposable
{
    private const int InitialSize = 256 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _origin;
    private int _parsed;
    private int _end;

    /// <summary>The JSON of the batch so far, and what follows it; cells count from its start.</summary>
    public ReadOnlySpan<byte> FromBatchStart => _bytes.AsSpan(_origin, _end - _origin);

    /// <summary>What is not parsed yet.</summary>
    public ReadOnlySpan<byte> Unparsed => _bytes.AsSpan(_parsed, _end - _parsed);

    /// <summary>How many bytes of this batch are parsed.</summary>
    public int BatchLength => _parsed - _origin;

    /// <summary>How many bytes of the file are parsed.</summary>
    public long ParsedBytes { get; private set; }

    /// <summary>Marks bytes as parsed.</summary>
    public void Advance(int count)
    {
        _parsed += count;
        ParsedBytes += count;
    }

    /// <summary>Forgets what is not parsed.</summary>
    public void DropUnparsed() => _end = _parsed;

    /// <summary>Gives up the bytes of the batch before.</summary>
    public void StartBatch() => _origin = _parsed;

    /// <summary>
    /// Memory behind the last byte, at least so many bytes; the cells of the batch stay right, as they count from its start.
    /// </summary>
    public Memory<byte> Reserve(int count)
    {
        if (_bytes.Length - _end < count)
        {
            int kept = _end - _origin;
            byte[] target = kept + count <= _bytes.Length
                ? _bytes
                : ArrayPool<byte>.Shared.Rent(
                    Math.Max(checked(kept + count), (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
            Buffer.BlockCopy(_bytes, _origin, target, 0, kept);
            if (target != _bytes)
            {
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = target;
            }

            _parsed -= _origin;
            _origin = 0;
            _end = kept;
        }

        return _bytes.AsMemory(_end);
    }

    /// <summary>Counts bytes that were written to the reserved memory.</summary>
    public void Commit(int count) => _end += count;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _origin = _parsed = _end = 0;
    }
}
