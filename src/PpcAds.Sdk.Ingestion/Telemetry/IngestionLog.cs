using Microsoft.Extensions.Logging;

namespace PpcAds.Sdk.Ingestion.Telemetry;

/// <summary>Event ids 1300 to 1399.</summary>
internal static partial class IngestionLog
{
    [LoggerMessage(1300, LogLevel.Information, "Account {AccountId}, profile {ProfileId}: {Step} done, {Rows} rows")]
    public static partial void StepDone(ILogger logger, AccountId accountId, ProfileId? profileId, string step, long? rows);

    [LoggerMessage(1301, LogLevel.Information, "Account {AccountId}, profile {ProfileId}: {Step} skipped: {Reason}")]
    public static partial void StepSkipped(
        ILogger logger, AccountId accountId, ProfileId? profileId, string step, string? reason);

    [LoggerMessage(1302, LogLevel.Warning, "Account {AccountId}, profile {ProfileId}: {Step} failed: {Reason}")]
    public static partial void StepFailed(
        ILogger logger, AccountId accountId, ProfileId? profileId, string step, string? reason, Exception? exception);

    [LoggerMessage(1303, LogLevel.Information, "Job {JobId}, {Dataset} {Start} to {End}: {State}, next check at {DueAt}")]
    public static partial void JobWaits(
        ILogger logger, long jobId, string dataset, DateOnly start, DateOnly end, ReportJobState state, DateTimeOffset dueAt);

    [LoggerMessage(1304, LogLevel.Warning, "Job {JobId}: a step failed, attempt {Failures}; next at {DueAt}: {Error}")]
    public static partial void JobStepFailed(
        ILogger logger, long jobId, int failures, DateTimeOffset dueAt, string? error, Exception? exception);

    [LoggerMessage(1305, LogLevel.Information, "Job {JobId} was taken over by another worker")]
    public static partial void LeaseLost(ILogger logger, long jobId);

    [LoggerMessage(1306, LogLevel.Error, "The ingestion worker's round failed; it goes on in {Delay}")]
    public static partial void RoundFailed(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1308, LogLevel.Warning, "Account {AccountId}: {Source} differs from what this release knows: {Difference}")]
    public static partial void SchemaDrifted(ILogger logger, AccountId accountId, string source, string difference);

    [LoggerMessage(1314, LogLevel.Warning, "Account {AccountId}, profile {ProfileId}, {Step}: {Reason}. {Details}")]
    public static partial void IssueNoted(
        ILogger logger, AccountId accountId, ProfileId? profileId, string step, string reason, string details);

    [LoggerMessage(1315, LogLevel.Warning, "Missing data could not be reported: {Reason}")]
    public static partial void NotNoted(ILogger logger, string reason);

    [LoggerMessage(1309, LogLevel.Information, "Run {RunId} ({Key}) begins")]
    public static partial void RunBegun(ILogger logger, long runId, string key);

    [LoggerMessage(1310, LogLevel.Information, "Run {RunId} ended: {State}. {Error}")]
    public static partial void RunEnded(ILogger logger, long runId, QueuedRunState state, string? error);

    [LoggerMessage(1311, LogLevel.Warning, "Run {RunId} was taken over by another worker")]
    public static partial void RunLost(ILogger logger, long runId);

    [LoggerMessage(1312, LogLevel.Warning, "The steps of run {RunId} could not be noted; tried again while it goes on")]
    public static partial void RunNotNoted(ILogger logger, long runId, Exception exception);

    [LoggerMessage(1313, LogLevel.Error, "Run {RunId} could not go on; tried again in {Delay}")]
    public static partial void RunPutOff(ILogger logger, long runId, TimeSpan delay, Exception exception);
}
