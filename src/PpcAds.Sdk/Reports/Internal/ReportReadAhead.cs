using System.Buffers;
using System.Runtime.CompilerServices;
using PpcAds.Sdk.Files;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// Unpacks the next piece of a file while the one before is parsed: the two take about as long, and machines have several
/// processors.
/// </summary>
internal sealed class ReportReadAhead(FileTextSource source) : IAsyncDisposable
{
    // Large enough that changing threads costs little compared to decompression.
    private const int Size = 512 * 1024;

    private byte[] _piece = ArrayPool<byte>.Shared.Rent(Size);
    private byte[] _nextPiece = ArrayPool<byte>.Shared.Rent(Size);
    private Task<int>? _unpacking;
    private CancellationTokenSource? _stop;
    private int _position;
    private int _length;

    /// <summary>Reads on.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="cancellationToken">Stops reading: the same each time.</param>
    /// <returns>The number of bytes; 0 at the end of a whole file.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _stop ??= CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (_position == _length)
        {
            _length = await (_unpacking ?? UnpackAsync(_nextPiece, _stop.Token)).ConfigureAwait(false);
            _position = 0;
            if (_length == 0)
            {
                return 0;
            }

            // A failure there is thrown when the block is requested.
            (_piece, _nextPiece) = (_nextPiece, _piece);
            (byte[] piece, CancellationToken stop) = (_nextPiece, _stop.Token);
            _unpacking = Task.Run(() => UnpackAsync(piece, stop), CancellationToken.None);
        }

        int count = Math.Min(buffer.Length, _length - _position);
        _piece.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public async ValueTask DisposeAsync()
    {
        if (_piece.Length == 0)
        {
            return;
        }

        if (_stop is { } stop && _unpacking is { } unpacking)
        {
            // A caller that breaks off does not wait for a stream that returns nothing.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)unpacking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop?.Dispose();
        ArrayPool<byte>.Shared.Return(_piece);
        ArrayPool<byte>.Shared.Return(_nextPiece);
        _piece = _nextPiece = [];
        await source.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<int> UnpackAsync(byte[] piece, CancellationToken cancellationToken)
    {
        int got = 0;
        while (got + FileTextSource.MinRead <= Size)
        {
            int count = await source.ReadAsync(piece.AsMemory(got), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            got += count;
        }

        return got;
    }
}
