namespace PpcAds.Sdk.Exports.Wire;

internal sealed record ExportBody
{
    public required string ExportId { get; init; }

    public required ExportStatus Status { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>A JSON number without a format, so perhaps with a fraction.</summary>
    public decimal? FileSize { get; init; }

    public Uri? Url { get; init; }

    public ExportErrorBody? Error { get; init; }

    public Export ToExport(ExportKind kind) => new()
    {
        ExportId = ExportId,
        Kind = kind,
        Status = Status,
        CreatedAt = CreatedAt,
        GeneratedAt = GeneratedAt,
        FileSize = (long?)FileSize,
        ErrorCode = Error?.ErrorCode,
        ErrorMessage = Error?.Message,
        Url = Url,
    };

    public override string ToString() => $"export {ExportId}, {Status}";
}
