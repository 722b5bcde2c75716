using System.Runtime.CompilerServices;

namespace PpcAds.Sdk.Reports;

/// <summary>
/// Reads a downloaded report in flat memory, whatever its size. Amazon Ads reporting v3: a <c>GZIP_JSON</c> file is one gzip
/// member that holds one JSON array of flat row objects, keys in no particular order.
/// </summary>
public static class ReportRowReader
{
    /// <summary>Reads the rows batch by batch.</summary>
    /// <param name="stream">
    /// The file, gzip or plain JSON: its first bytes show which. It is read to its end, since only there truncation and checksum
    /// show, and left open.
    /// </param>
    /// <param name="columns">
    /// The requested columns: the first columns of each batch, in this order. The file may carry more.
    /// </param>
    /// <param name="options">Limits, or <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>
    /// Batches. <b>A batch is valid until the next is requested</b>: its memory is reused. Nothing is complete until the
    /// enumeration ended without an exception.
    /// </returns>
    /// <exception cref="ArgumentException">A column is empty or named twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="AmazonAdsUnexpectedResponseException">
    /// The file is empty, truncated, damaged, no JSON array, no UTF-8, or beyond a limit.
    /// <see cref="AmazonAdsException.IsTransient"/> indicates whether another download can help.
    /// </exception>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static IAsyncEnumerable<ReportBatch> ReadAsync(
        Stream stream,
        IReadOnlyList<string> columns,
        ReportReaderOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);
        options ??= new ReportReaderOptions();
        options.Validate();
        return ReadCoreAsync(stream, new ReportColumnNames(columns), options, cancellationToken);
    }

    private static async IAsyncEnumerable<ReportBatch> ReadCoreAsync(
        Stream stream,
        ReportColumnNames columns,
        ReportReaderOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The names are shared by nothing else: an enumeration that starts over gets its own.
        ReportFile file = new(stream, columns.Fresh(), options);
        await using (file.ConfigureAwait(false))
        {
            while (await file.ReadBatchAsync(cancellationToken).ConfigureAwait(false) is { } batch)
            {
                yield return batch;
            }
        }
    }
}
