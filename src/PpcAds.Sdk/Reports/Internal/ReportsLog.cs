using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Reports;

/// <summary>Log messages about reports: events 1200 to 1299. Never a presigned link.</summary>
internal static partial class ReportsLog
{
    [LoggerMessage(
        1200,
        LogLevel.Information,
        "Report {ReportId} ({ReportTypeId}) adopted for profile {ProfileId}: an identical one was under way")]
    public static partial void Adopted(ILogger logger, string reportId, string reportTypeId, ProfileId profileId);

    [LoggerMessage(
        1201,
        LogLevel.Warning,
        "Report {ReportTypeId} for profile {ProfileId} was called a duplicate of {ReportId}, which is another; asked again in "
        + "{Delay}")]
    public static partial void NotAdopted(
        ILogger logger, string reportTypeId, ProfileId profileId, string? reportId, TimeSpan delay);

    [LoggerMessage(1202, LogLevel.Debug, "Report {ReportId} is {Status} after {Age}; polled again in {Delay}")]
    public static partial void Waiting(ILogger logger, string reportId, ReportStatus status, TimeSpan age, TimeSpan delay);

    [LoggerMessage(
        1203,
        LogLevel.Information,
        "Download of report {ReportId}: attempt {Attempt} failed ({Reason}); next in {Delay}")]
    public static partial void DownloadRetried(ILogger logger, string reportId, int attempt, string reason, TimeSpan delay);
}
