using System.Runtime.CompilerServices;
using PpcAds.Sdk.Files;
namespace PpcAds.Sdk.Reports;

/// <summary>One pass over one report file: reads on when the parser has too little, and owns the memory.</summary>
internal sealed class ReportFile : IAsyncDisposable
{
    // Enough at a time to make calls rare, little enough that what was decompressed is still in the cache when it is parsed.
    private const int ReadSize = 64 * 1024;

    private readonly ReportBuffer _buffer = new();
    private readonly ReportRows _rows = new();
    private readonly ReportColumnNames _columns;
    private readonly ReportReaderOptions _options;
    private readonly ReportRowParser _parser;
    private readonly ReportReadAhead _source;
    private ReportBatch? _current;
    private bool _isEnded;
    private bool _isBomChecked;

    public ReportFile(Stream file, ReportColumnNames columns, ReportReaderOptions options)
    {
        _columns = columns;
        _options = options;
        _parser = new ReportRowParser(_buffer, _rows, columns, options);
        _source = new ReportReadAhead(new FileTextSource(file, options.MaxDecompressedBytes));
    }

    /// <summary>The next batch; the one before becomes invalid.</summary>
    /// <returns>The batch, or <see langword="null"/> when the file is read to its end and whole.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ReportBatch?> ReadBatchAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _current?.Invalidate();
        _current = null;
        if (_isEnded)
        {
            return null;
        }

        _buffer.StartBatch();
        _rows.StartBatch();
        _parser.StartBatch();
        while (true)
        {
            switch (_parser.Parse())
            {
                case ReportParseStatus.BatchFull:
                    return Publish();
                case ReportParseStatus.ArrayEnded:
                    await ReadToEndAsync(cancellationToken).ConfigureAwait(false);
                    _isEnded = true;
                    return _rows.Count > 0 || _parser.SkippedInBatch.Count > 0 ? Publish() : null;
                default:
                    if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                    {
                        throw _parser.IsInArray || !IsBlank(_buffer.Unparsed)
                            ? ReportFileErrors.Truncated(_parser.Elements)
                            : ReportFileErrors.Empty();
                    }

                    break;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _current?.Invalidate();
        _rows.Dispose();
        _buffer.Dispose();
        return _source.DisposeAsync();
    }

    private ReportBatch Publish() =>
        _current = new ReportBatch(_buffer, _rows, _columns, _parser.SkippedInBatch, _parser.Skipped);

    /// <summary>Reads on.</summary>
    /// <returns>Whether anything came.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        int unparsed = _buffer.Unparsed.Length;
        if (unparsed > _options.MaxRowBytes)
        {
            throw ReportFileErrors.RowTooLong(_parser.Elements, _options.MaxRowBytes);
        }

        // As much again as the unfinished row has, or else a long row that comes in small pieces is read over and over.
        int wanted = Math.Max(ReadSize, unparsed);
        int room = wanted + FileTextSource.MinRead;
        Memory<byte> target = _buffer.Reserve(room)[..room];
        int got = 0;
        while (got < wanted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = await _source.ReadAsync(target[got..], cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            got += count;
        }

        _buffer.Commit(got);
        if (!_isBomChecked)
        {
            _isBomChecked = true;
            if (_buffer.Unparsed.StartsWith("\uFEFF"u8))
            {
                _buffer.Advance(3);
            }
        }

        return got > 0;
    }

    /// <summary>After the array only blanks may follow. The end itself must be read: there the checksum is.</summary>
    private async ValueTask ReadToEndAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (!IsBlank(_buffer.Unparsed))
            {
                throw ReportFileErrors.TrailingData(_parser.Elements);
            }

            // Keeps the batch's JSON and drops the blanks.
            _buffer.DropUnparsed();
        }
        while (await FillAsync(cancellationToken).ConfigureAwait(false));
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n"u8) < 0;
}
