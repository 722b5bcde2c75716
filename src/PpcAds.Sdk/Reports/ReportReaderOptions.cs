namespace PpcAds.Sdk.Reports;

/// <summary>Limits of <see cref="ReportRowReader"/>.</summary>
public sealed record ReportReaderOptions
{
    /// <summary>The longest row that <see cref="MaxRowBytes"/> can allow: 128 MB less one byte.</summary>
    internal const int LongestRowBytes = ReportCell.MaxLength;

    /// <summary>
    /// The most rows in one batch. A batch also ends early when its text passes about 750 kB, so that wide reports cost no more
    /// memory than narrow ones. Default: 4096. From 1 to 65,536.
    /// </summary>
    public int BatchSize { get; init; } = 4096;

    /// <summary>The longest row in bytes of JSON, default 16 MB. From 1 to 134,217,727.</summary>
    public int MaxRowBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// The most bytes of JSON in one file, default 16 GB. It bounds the work that a small file can cause which unpacks to an
    /// endless one. At least 1.
    /// </summary>
    public long MaxDecompressedBytes { get; init; } = 16L * 1024 * 1024 * 1024;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, 65_536);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRowBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxRowBytes, LongestRowBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDecompressedBytes, 1);
    }
}
