namespace PpcAds.Sdk.Exports.Wire;

internal sealed record ExportErrorBody
{
    public string? ErrorCode { get; init; }

    public string? Message { get; init; }
}
