using Microsoft.Extensions.Logging;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion.Telemetry;

/// <summary>Event ids 1300 to 1399.</summary>
internal static partial class IngestionLog
{
    /// <summary>A step that ended, at the level that its outcome has.</summary>
    public static void StepEnded(ILogger logger, StepResult step)
    {
        string reason = step.Reason ?? "no reason was given";
        switch (step.Outcome)
        {
            case StepOutcome.Failed when step.ProfileId is { } profile:
                StepFailed(logger, step.AccountId, profile, step.Step, reason, step.Exception);
                break;
            case StepOutcome.Failed:
                AccountStepFailed(logger, step.AccountId, step.Step, reason, step.Exception);
                break;
            case StepOutcome.Skipped when step.ProfileId is { } profile:
                StepSkipped(logger, step.AccountId, profile, step.Step, reason);
                break;
            case StepOutcome.Skipped:
                AccountStepSkipped(logger, step.AccountId, step.Step, reason);
                break;
            case StepOutcome.Done when step.ProfileId is { } profile:
                StepDone(logger, step.AccountId, profile, step.Step, step.Load?.Loaded ?? 0);
                break;
            default:
                AccountStepDone(logger, step.AccountId, step.Step, step.Load?.Loaded ?? 0);
                break;
        }
    }

    /// <summary>A call of the orchestrator that did something.</summary>
    public static void CallEnded(ILogger logger, SyncRun run, LoadResult performance)
    {
        double seconds = ((run.FinishedAt ?? run.StartedAt) - run.StartedAt).TotalSeconds;
        if (run.AccountId is { } account)
        {
            AccountCallEnded(
                logger, account, run.Kind, seconds, run.Done, run.Skipped, run.Failed, performance.Loaded);
        }
        else
        {
            AllCallEnded(logger, run.Kind, seconds, run.Done, run.Skipped, run.Failed, performance.Loaded);
        }
    }

    [LoggerMessage(1300, LogLevel.Debug, "Account {AccountId}, profile {ProfileId}: {Step} done, {Rows} rows")]
    private static partial void StepDone(ILogger logger, AccountId accountId, ProfileId profileId, string step, long rows);

    [LoggerMessage(1316, LogLevel.Debug, "Account {AccountId}: {Step} done, {Rows} rows")]
    private static partial void AccountStepDone(ILogger logger, AccountId accountId, string step, long rows);

    [LoggerMessage(1301, LogLevel.Information, "Account {AccountId}, profile {ProfileId}: {Step} skipped: {Reason}")]
    private static partial void StepSkipped(
        ILogger logger, AccountId accountId, ProfileId profileId, string step, string reason);

    [LoggerMessage(1317, LogLevel.Information, "Account {AccountId}: {Step} skipped: {Reason}")]
    private static partial void AccountStepSkipped(ILogger logger, AccountId accountId, string step, string reason);

    [LoggerMessage(1302, LogLevel.Warning, "Account {AccountId}, profile {ProfileId}: {Step} failed: {Reason}")]
    private static partial void StepFailed(
        ILogger logger, AccountId accountId, ProfileId profileId, string step, string reason, Exception? exception);

    [LoggerMessage(1318, LogLevel.Warning, "Account {AccountId}: {Step} failed: {Reason}")]
    private static partial void AccountStepFailed(
        ILogger logger, AccountId accountId, string step, string reason, Exception? exception);

    [LoggerMessage(
        1319,
        LogLevel.Information,
        "Account {AccountId}: {Call} took {Seconds:0.0} s: {Done} steps done, {Skipped} skipped, {Failed} failed; "
        + "{Rows} rows of reports")]
    private static partial void AccountCallEnded(
        ILogger logger, AccountId accountId, string call, double seconds, int done, int skipped, int failed, long rows);

    [LoggerMessage(
        1320,
        LogLevel.Information,
        "All accounts: {Call} took {Seconds:0.0} s: {Done} steps done, {Skipped} skipped, {Failed} failed; "
        + "{Rows} rows of reports")]
    private static partial void AllCallEnded(
        ILogger logger, string call, double seconds, int done, int skipped, int failed, long rows);

    [LoggerMessage(1303, LogLevel.Debug, "Job {JobId}, {Dataset} {Start} to {End}: {State}, next check at {DueAt}")]
    public static partial void JobWaits(
        ILogger logger, long jobId, string dataset, DateOnly start, DateOnly end, ReportJobState state, DateTimeOffset dueAt);

    [LoggerMessage(1304, LogLevel.Warning, "Job {JobId}: a step failed, attempt {Failures}; next at {DueAt}: {Error}")]
    public static partial void JobStepFailed(
        ILogger logger, long jobId, int failures, DateTimeOffset dueAt, string error, Exception? exception);

    [LoggerMessage(1305, LogLevel.Information, "Job {JobId} was taken over by another worker")]
    public static partial void LeaseLost(ILogger logger, long jobId);

    [LoggerMessage(1306, LogLevel.Error, "The ingestion worker's round failed; it goes on in {Delay}")]
    public static partial void RoundFailed(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1308, LogLevel.Warning, "Account {AccountId}: {Source} differs from what this release knows: {Difference}")]
    public static partial void SchemaDrifted(ILogger logger, AccountId accountId, string source, string difference);

    /// <summary>Something that is missing, or may be.</summary>
    public static void IssueNoted(
        ILogger logger, AccountId accountId, ProfileId? profileId, string step, string reason, string details)
    {
        if (profileId is { } profile)
        {
            ProfileIssueNoted(logger, accountId, profile, step, reason, details);
        }
        else
        {
            AccountIssueNoted(logger, accountId, step, reason, details);
        }
    }

    [LoggerMessage(1314, LogLevel.Warning, "Account {AccountId}, profile {ProfileId}, {Step}: {Reason}. {Details}")]
    private static partial void ProfileIssueNoted(
        ILogger logger, AccountId accountId, ProfileId profileId, string step, string reason, string details);

    [LoggerMessage(1322, LogLevel.Warning, "Account {AccountId}, {Step}: {Reason}. {Details}")]
    private static partial void AccountIssueNoted(
        ILogger logger, AccountId accountId, string step, string reason, string details);

    [LoggerMessage(1315, LogLevel.Warning, "Missing data could not be reported: {Reason}")]
    public static partial void NotNoted(ILogger logger, string reason);

    [LoggerMessage(1309, LogLevel.Information, "Run {RunId} ({Key}) begins")]
    public static partial void RunBegun(ILogger logger, long runId, string key);

    [LoggerMessage(1310, LogLevel.Information, "Run {RunId} ended: {State}")]
    public static partial void RunEnded(ILogger logger, long runId, QueuedRunState state);

    [LoggerMessage(1321, LogLevel.Information, "Run {RunId} ended: {State}. {Error}")]
    public static partial void RunEndedWith(ILogger logger, long runId, QueuedRunState state, string error);

    [LoggerMessage(1311, LogLevel.Warning, "Run {RunId} was taken over by another worker")]
    public static partial void RunLost(ILogger logger, long runId);

    [LoggerMessage(1312, LogLevel.Warning, "The steps of run {RunId} could not be noted; tried again while it goes on")]
    public static partial void RunNotNoted(ILogger logger, long runId, Exception exception);

    [LoggerMessage(1313, LogLevel.Error, "Run {RunId} could not go on; tried again in {Delay}")]
    public static partial void RunPutOff(ILogger logger, long runId, TimeSpan delay, Exception exception);
}
