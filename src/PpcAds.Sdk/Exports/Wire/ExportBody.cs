namespace PpcAds.Sdk.Exports.Wire;

internal sealed record ExportBody
{
    public required string ExportId { get; init; }

    public required ExportStatus Status { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>A JSON number without a format, so perhaps with a fraction.</summary>
    public decimal? FileSize { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? UrlExpiresAt { get; init; }

    public ExportErrorBody? Error { get; init; }

    /// <param name="kind">What it holds.</param>
    /// <param name="exportId">The id that it was requested by, in place of one that is missing from a lenient reading.</param>
    public Export ToExport(ExportKind kind, string? exportId = null) => new()
    {
        ExportId = string.IsNullOrWhiteSpace(ExportId) ? exportId ?? "" : ExportId,
        Kind = kind,
        Status = Status,
        CreatedAt = CreatedAt,
        GeneratedAt = GeneratedAt,
        FileSize = FileSize is >= 0 and <= long.MaxValue and var size ? (long)size : null,
        ErrorCode = Error?.ErrorCode,
        ErrorMessage = Error?.Message,
        Url = Url,
    };

    public override string ToString() => $"export {ExportId}, {Status}";
}
