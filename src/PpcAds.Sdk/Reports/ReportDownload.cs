namespace PpcAds.Sdk.Reports;

/// <summary>An open download of a report: take its rows, or its bytes, once. Dispose it to close the connection.</summary>
public sealed class ReportDownload : IAsyncDisposable
{
    internal ReportDownload(Report report, Stream content, long? contentLength)
    {
        Report = report;
        Content = content;
        ContentLength = contentLength;
    }

    /// <summary>The report.</summary>
    public Report Report { get; }

    /// <summary>
    /// The file as it arrives: gzip, and read once, asynchronously. A connection that breaks is an
    /// <see cref="AmazonAdsException"/> that is transient.
    /// </summary>
    public Stream Content { get; }

    /// <summary>The size of the file in bytes, if the server said it.</summary>
    public long? ContentLength { get; }

    /// <summary>
    /// Reads the rows in batches, in memory that does not grow with the file. A batch is valid until the next is requested. Rows
    /// of an enumeration that ends in an exception are not the whole report.
    /// </summary>
    /// <param name="options">Limits; the defaults suit Amazon's files.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="AmazonAdsException">The connection broke; transient.</exception>
    /// <exception cref="AmazonAdsUnexpectedResponseException">The file is truncated, damaged or no report.</exception>
    public IAsyncEnumerable<ReportBatch> ReadBatchesAsync(
        ReportReaderOptions? options = null, CancellationToken cancellationToken = default) =>
        ReportRowReader.ReadAsync(Content, Report.Request.Columns, options, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
