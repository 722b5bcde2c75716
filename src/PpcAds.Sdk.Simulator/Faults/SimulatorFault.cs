using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Simulator;

/// <summary>Something that goes wrong on purpose: for which calls, how often, and what.</summary>
public sealed record SimulatorFault
{
    /// <summary>What the fault does.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<SimulatorFaultKind>))]
    public SimulatorFaultKind Kind { get; init; }

    /// <summary>
    /// The operation: <c>lwa.token</c>, <c>profiles.list</c>, <c>sp.campaigns.list</c>, <c>sp.adGroups.list</c>,
    /// <c>sp.keywords.list</c>, the same of other lists and products such as <c>sb.ads.list</c>, <c>portfolios.list</c>, <c>reports.create</c>,
    /// <c>reports.get</c>, <c>reports.delete</c>, <c>reports.download</c>, <c>exports.campaigns.create</c>, <c>exports.adGroups.create</c>,
    /// <c>exports.targets.create</c>, <c>exports.ads.create</c>, <c>exports.get</c>, <c>exports.download</c>; <c>*</c> for all.
    /// </summary>
    public string Operation { get; init; } = "*";

    /// <summary>Only calls for this profile; null for any. Downloads are for none.</summary>
    public long? ProfileId { get; init; }

    /// <summary>How many calls pass first.</summary>
    public int Skip { get; init; }

    /// <summary>How many calls are hit then; <see cref="int.MaxValue"/> for all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The status; 429 and 5xx without a body have the family's own.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The body in place of the family's own; may be empty.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Seconds for a <c>Retry-After</c> header.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How much of the body arrives before the cut.</summary>
    public long AfterBytes { get; init; }

    /// <summary>How late the answer is.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The code with which an export fails: <c>INTERNAL_ERROR</c> or <c>TIMED_OUT</c>.</summary>
    public string ErrorCode { get; init; } = "INTERNAL_ERROR";

    /// <summary>Why the report or the export fails.</summary>
    public string Reason { get; init; } = "Report generation failed due to an internal error. Please retry.";

    /// <summary>The share of a report's rows that are missing, 0 to 1; the same rows whenever the same share is.</summary>
    public double MissingShare { get; init; }

    /// <summary>An error status with the body of the operation's family.</summary>
    public static SimulatorFault WithStatus(string operation, int status, int times = 1) =>
        new() { Kind = SimulatorFaultKind.Status, Operation = operation, Status = status, Times = times };

    /// <summary>An answer with a body of the caller's.</summary>
    public static SimulatorFault WithBody(string operation, int status, string body, string contentType = "application/json") =>
        new() { Kind = SimulatorFaultKind.Status, Operation = operation, Status = status, Body = body, ContentType = contentType };

    /// <summary>Throttling, with or without a time to wait.</summary>
    public static SimulatorFault Throttled(string operation, int times = 1, int? retryAfterSeconds = null) =>
        new() { Kind = SimulatorFaultKind.Status, Operation = operation, Status = 429, Times = times, RetryAfterSeconds = retryAfterSeconds };

    /// <summary>A connection that breaks before the answer.</summary>
    public static SimulatorFault ConnectionClosed(string operation, int times = 1) =>
        new() { Kind = SimulatorFaultKind.CloseConnection, Operation = operation, Times = times };

    /// <summary>A connection that breaks within the answer.</summary>
    public static SimulatorFault Truncated(string operation, long afterBytes, int times = 1) =>
        new() { Kind = SimulatorFaultKind.TruncateBody, Operation = operation, AfterBytes = afterBytes, Times = times };

    /// <summary>An answer that is late.</summary>
    public static SimulatorFault Late(string operation, TimeSpan delay, int times = 1) =>
        new() { Kind = SimulatorFaultKind.Delay, Operation = operation, Delay = delay, Times = times };

    /// <summary>A report that is taken on and then fails.</summary>
    public static SimulatorFault FailedReport(int times = 1) =>
        new() { Kind = SimulatorFaultKind.ReportFails, Operation = "reports.create", Times = times };

    /// <summary>An export that is taken on and then fails.</summary>
    public static SimulatorFault FailedExport(string operation, string errorCode = "INTERNAL_ERROR", int times = 1) => new()
    {
        Kind = SimulatorFaultKind.ExportFails,
        Operation = operation,
        ErrorCode = errorCode,
        Reason = "The export could not be made.",
        Times = times,
    };

    /// <summary>A report that is complete as far as one can tell, but for rows that it should have.</summary>
    public static SimulatorFault IncompleteReport(double missingShare, int times = 1) =>
        new() { Kind = SimulatorFaultKind.ReportLacksRows, Operation = "reports.create", MissingShare = missingShare, Times = times };

    /// <summary>425 as Amazon sends it: the id stands only within the text.</summary>
    public static SimulatorFault DuplicateReport(string reportId, int times = 1) => new()
    {
        Kind = SimulatorFaultKind.Status,
        Operation = "reports.create",
        Status = 425,
        Times = times,
        Body = $$"""{"code":"425","detail":"The Request is a duplicate of : {{reportId}}"}""",
    };
}
