using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace PpcAds.Sdk.Files;

/// <summary>
/// The JSON of a report's or an export's file, decompressed when it is gzip, and known to be whole once its end was read.
/// </summary>
internal sealed class FileTextSource(Stream file, long maxBytes, string subject = "report") : IAsyncDisposable
{
    /// <summary>The least space that a read needs: only what follows it distinguishes text from the marker.</summary>
    public const int MinRead = 1024;

    private readonly GzipInput _input = new(file);
    private readonly byte[] _held = new byte[GzipInput.MarkerText.Length];
    private GZipStream? _gzip;
    private int _heldCount;
    private bool _isStarted;
    private long _total;

    /// <summary>Reads on.</summary>
    /// <returns>The number of bytes; 0 at the end of a whole file.</returns>
    /// <exception cref="AmazonAdsUnexpectedResponseException">Damaged, truncated, or too large.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (!_isStarted)
        {
            _isStarted = true;
            if (await _input.DetectGzipAsync(cancellationToken).ConfigureAwait(false))
            {
                _gzip = new GZipStream(_input, CompressionMode.Decompress, leaveOpen: true);
            }
        }

        int count = _gzip is null
            ? await _input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)
            : await ReadGzipAsync(_gzip, buffer, cancellationToken).ConfigureAwait(false);
        _total += count;
        return _total <= maxBytes ? count : throw FileErrors.TooLarge(maxBytes, subject);
    }

    public async ValueTask DisposeAsync()
    {
        if (_gzip is not null)
        {
            await _gzip.DisposeAsync().ConfigureAwait(false);
        }

        await _input.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Always holds back as many bytes as the marker has; at the end they must be the marker.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadGzipAsync(GZipStream gzip, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            _held.AsMemory(0, _heldCount).CopyTo(buffer);
            int count;
            try
            {
                count = await gzip.ReadAsync(buffer[_heldCount..], cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException cause)
            {
                throw FileErrors.BadGzip(subject, cause);
            }

            if (count == 0)
            {
                return _held.AsSpan(0, _heldCount).SequenceEqual(GzipInput.MarkerText) ? 0 : throw FileErrors.BadGzip(subject);
            }

            int available = _heldCount + count;
            _heldCount = Math.Min(_held.Length, available);
            buffer.Slice(available - _heldCount, _heldCount).CopyTo(_held);
            if (available > _heldCount)
            {
                return available - _heldCount;
            }
        }
    }
}
