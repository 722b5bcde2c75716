using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using PpcAds.Sdk.Reports;

namespace PpcAds.Sdk.Ingestion.Jobs;

/// <summary>
/// A report's file on disk while it is loaded: no transaction is open while the network is slow, and a load can be tried again.
/// </summary>
internal sealed class SpoolFile : IAsyncDisposable
{
    /// <summary>Far more than any report of Amazon's has, and less than a disk that others share can do without.</summary>
    internal const long MostBytes = 4L * 1024 * 1024 * 1024;

    private const int BufferSize = 128 * 1024;
    private readonly FileStream _file;

    private SpoolFile(FileStream file, long unpackedBytes)
    {
        _file = file;
        UnpackedBytes = unpackedBytes;
    }

    /// <summary>
    /// Gets about how many bytes the file has when it is unpacked. RFC 1952: the last four bytes of a member are its size, modulo
    /// 2^32; a file of several members is assumed to shrink to an eighth.
    /// </summary>
    public long UnpackedBytes { get; }

    /// <exception cref="AmazonAdsUnexpectedResponseException">Less arrived than was announced, or too much.</exception>
    public static async Task<SpoolFile> DownloadAsync(
        ReportDownload download, string? directory, CancellationToken cancellationToken, long mostBytes = MostBytes)
    {
        if (download.ContentLength > mostBytes)
        {
            throw TooLong(mostBytes);
        }

        FileStream file = SpoolFolder.CreateFile(directory, Path.GetTempPath());
        try
        {
            await CopyAsync(download.Content, file, mostBytes, cancellationToken).ConfigureAwait(false);
            if (download.ContentLength is { } expected && expected != file.Length)
            {
                throw new AmazonAdsUnexpectedResponseException(
                    $"The file of report {download.Report.ReportId} has {file.Length} bytes, {expected} were announced; it is "
                    + "downloaded again.");
            }

            return new SpoolFile(file, await ReadUnpackedBytesAsync(file, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The rows from the start; may be called again after an enumeration ended, however it did.</summary>
    public IAsyncEnumerable<ReportBatch> ReadAsync(IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        _file.Position = 0;
        return ReportRowReader.ReadAsync(_file, columns, null, cancellationToken);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private static async Task<long> ReadUnpackedBytesAsync(FileStream file, CancellationToken cancellationToken)
    {
        const int Shrinks = 8;
        byte[] size = new byte[sizeof(uint)];
        if (file.Length < size.Length)
        {
            return file.Length;
        }

        file.Position = file.Length - size.Length;
        await file.ReadExactlyAsync(size, cancellationToken).ConfigureAwait(false);
        return Math.Max(BinaryPrimitives.ReadUInt32LittleEndian(size), file.Length * Shrinks);
    }

    private static AmazonAdsUnexpectedResponseException TooLong(long limit) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The report file has more than {limit} bytes as it arrives, so it is no report of Amazon's; it was not kept."));

    private static async Task CopyAsync(Stream source, FileStream file, long mostBytes, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long total = 0;
            int count;
            while ((count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                total += count;
                if (total > mostBytes)
                {
                    throw TooLong(mostBytes);
                }

                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
