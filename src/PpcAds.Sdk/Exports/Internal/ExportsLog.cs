using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Exports;

/// <summary>Log messages about exports: events 1250 to 1279. Never a presigned link.</summary>
internal static partial class ExportsLog
{
    [LoggerMessage(1250, LogLevel.Debug, "Export {ExportId} is {Status} after {Age}; polled again in {Delay}")]
    public static partial void Waiting(ILogger logger, string exportId, ExportStatus status, TimeSpan age, TimeSpan delay);

    [LoggerMessage(
        1251,
        LogLevel.Information,
        "Export of {Kind} for profile {ProfileId} found no place among those that Amazon makes at a time; asked again in "
        + "{Delay}")]
    public static partial void NoPlace(ILogger logger, ExportKind kind, ProfileId profileId, TimeSpan delay);

    [LoggerMessage(
        1252,
        LogLevel.Information,
        "Download of export {ExportId}: attempt {Attempt} failed ({Reason}); next in {Delay}")]
    public static partial void DownloadRetried(ILogger logger, string exportId, int attempt, string reason, TimeSpan delay);

    [LoggerMessage(1253, LogLevel.Information, "The link to export {ExportId} was refused; requested a new one")]
    public static partial void LinkRefused(ILogger logger, string exportId);
}
