using System.Text.Json.Nodes;

namespace PpcAds.Sdk.Simulator;

public sealed partial record SimulatorFault
{
    private const string ReportStatus = "reports.get";
    private const string ReportCreation = "reports.create";
    private const string Token = "lwa.token";

    /// <summary>An error status with the body of the operation's family.</summary>
    public static SimulatorFault WithStatus(string operation, int status, int times = 1) =>
        new() { Kind = SimulatorFaultKind.Status, Operation = operation, Status = status, Times = times };

    /// <summary>An answer with a body of the caller's.</summary>
    public static SimulatorFault WithBody(string operation, int status, string body, string contentType = "application/json") =>
        new()
        {
            Kind = SimulatorFaultKind.Status,
            Operation = operation,
            Status = status,
            Body = body,
            ContentType = contentType,
        };

    /// <summary>An answer with a body of the caller's, packed with gzip as a storage or a proxy may send its errors.</summary>
    public static SimulatorFault WithGzippedBody(
        string operation, int status, string body, string contentType = "application/xml") =>
        WithBody(operation, status, body, contentType) with { IsGzipped = true };

    /// <summary>
    /// A status that a storage may answer a download with, and its own body: 206 with half of the file, 301 and 307 that lead to
    /// the same address, 400, 403, 408, 416, 500, 503 with an error in XML.
    /// </summary>
    /// <param name="status">The status.</param>
    /// <param name="code">
    /// The code in the XML, such as <c>RequestTimeout</c>; by default the one that S3 sends with the status.
    /// </param>
    /// <param name="operation"><c>reports.download</c> or <c>exports.download</c>.</param>
    /// <param name="times">How many downloads are hit.</param>
    public static SimulatorFault WithDownloadStatus(
        int status, string? code = null, string operation = "reports.download", int times = 1) =>
        status == 206
            ? new() { Kind = SimulatorFaultKind.PartialContent, Operation = operation, Times = times }
            : WithBody(operation, status, Faults.StorageErrors.Write(status, code), "application/xml") with { Times = times };

    /// <summary>Throttling, with or without a time to wait.</summary>
    public static SimulatorFault Throttled(string operation, int times = 1, int? retryAfterSeconds = null) =>
        new()
        {
            Kind = SimulatorFaultKind.Status,
            Operation = operation,
            Status = 429,
            Times = times,
            RetryAfterSeconds = retryAfterSeconds,
        };

    /// <summary>Throttling whose time to wait ends at a date, by the simulator's clock.</summary>
    public static SimulatorFault ThrottledUntilDate(string operation, int seconds, int times = 1) =>
        Throttled(operation, times, seconds) with { RetryAfterIsDate = true };

    /// <summary>A connection that breaks before the answer.</summary>
    public static SimulatorFault ConnectionClosed(string operation, int times = 1) =>
        new() { Kind = SimulatorFaultKind.CloseConnection, Operation = operation, Times = times };

    /// <summary>A connection that breaks within the answer.</summary>
    public static SimulatorFault Truncated(string operation, long afterBytes, int times = 1) =>
        new() { Kind = SimulatorFaultKind.TruncateBody, Operation = operation, AfterBytes = afterBytes, Times = times };

    /// <summary>An answer that is late.</summary>
    public static SimulatorFault Late(string operation, TimeSpan delay, int times = 1) =>
        new() { Kind = SimulatorFaultKind.Delay, Operation = operation, Delay = delay, Times = times };

    /// <summary>A byte order mark before the JSON.</summary>
    public static SimulatorFault WithByteOrderMark(string operation, int times = 1) =>
        new() { Kind = SimulatorFaultKind.ByteOrderMark, Operation = operation, Times = times };

    /// <summary>A list by token whose pages go round in a circle, for ever by default.</summary>
    public static SimulatorFault PagesInCircle(string operation, int times = int.MaxValue) =>
        new() { Kind = SimulatorFaultKind.PagesInCircle, Operation = operation, Times = times };

    /// <summary>A list by token that answers with the same page under ever new tokens, for ever by default.</summary>
    public static SimulatorFault PagesRepeat(string operation, int times = int.MaxValue) =>
        new() { Kind = SimulatorFaultKind.PagesRepeat, Operation = operation, Times = times };

    /// <summary>A list by token that answers with empty pages under ever new tokens, for ever by default.</summary>
    public static SimulatorFault PagesEmpty(string operation, int times = int.MaxValue) =>
        new() { Kind = SimulatorFaultKind.PagesEmpty, Operation = operation, Times = times };

    /// <summary>A list by token that ends with its first page, though its total counts more.</summary>
    public static SimulatorFault ListEndsEarly(string operation, int missingItems = 100, int times = 1) =>
        new() { Kind = SimulatorFaultKind.ListEndsEarly, Operation = operation, MissingItems = missingItems, Times = times };

    /// <summary>A list by index that begins at the first entity, whatever index is requested, for ever by default.</summary>
    public static SimulatorFault IndexIgnored(string operation, int times = int.MaxValue) =>
        new() { Kind = SimulatorFaultKind.IndexIgnored, Operation = operation, Times = times };

    /// <summary>One odd item in a list, among the profiles, or in the file of an export or a report.</summary>
    /// <param name="operation">
    /// Such as <c>sp.campaigns.list</c>, <c>profiles.list</c>, <c>exports.download</c> or <c>reports.download</c>.
    /// </param>
    /// <param name="oddity">How the item is odd.</param>
    /// <param name="index">Which item, from 0.</param>
    /// <param name="times">How many answers are hit.</param>
    public static SimulatorFault WithOddItem(string operation, SimulatorOddity oddity, int index = 0, int times = 1) =>
        new() { Kind = SimulatorFaultKind.OddItem, Operation = operation, Oddity = oddity, Index = index, Times = times };

    /// <summary>A report that is taken on and then fails.</summary>
    public static SimulatorFault FailedReport(int times = 1) =>
        new() { Kind = SimulatorFaultKind.ReportFails, Operation = ReportCreation, Times = times };

    /// <summary>An export that is taken on and then fails.</summary>
    public static SimulatorFault FailedExport(string operation, string errorCode = "INTERNAL_ERROR", int times = 1) => new()
    {
        Kind = SimulatorFaultKind.ExportFails,
        Operation = operation,
        ErrorCode = errorCode,
        Reason = "The export could not be made.",
        Times = times,
    };

    /// <summary>A report that looks complete, but lacks rows that it should have.</summary>
    public static SimulatorFault IncompleteReport(double missingShare, int times = 1) =>
        new()
        {
            Kind = SimulatorFaultKind.ReportLacksRows,
            Operation = ReportCreation,
            MissingShare = missingShare,
            Times = times,
        };

    /// <summary>A report in whose rows, or a share of them, the ad group is <see langword="null"/>.</summary>
    public static SimulatorFault ReportWithoutAdGroups(double share = 1, int times = 1) =>
        new() { Kind = SimulatorFaultKind.ReportLacksAdGroups, Operation = ReportCreation, Share = share, Times = times };

    /// <summary>A report whose rows, or a share of them, have another currency.</summary>
    /// <param name="currency">Such as <c>USDT</c> or <c>u$d</c>; <see langword="null"/> for their own in lower case.</param>
    /// <param name="share">The share of rows.</param>
    /// <param name="times">How many reports are hit.</param>
    public static SimulatorFault ReportWithCurrency(string? currency, double share = 1, int times = 1) =>
        new()
        {
            Kind = SimulatorFaultKind.ReportCurrency,
            Operation = ReportCreation,
            Currency = currency,
            Share = share,
            Times = times,
        };

    /// <summary>425 as Amazon sends it: the id stands only within the text.</summary>
    public static SimulatorFault DuplicateReport(string reportId, int times = 1) => new()
    {
        Kind = SimulatorFaultKind.Status,
        Operation = ReportCreation,
        Status = 425,
        Times = times,
        Body = $$"""{"code":"425","detail":"The Request is a duplicate of : {{reportId}}"}""",
    };

    /// <summary>An answer about a report that has another status, such as <c>CANCELLED</c>; for ever by default.</summary>
    public static SimulatorFault WithReportStatus(string status, int times = int.MaxValue) =>
        WithMembers(ReportStatus, new Dictionary<string, JsonNode?> { ["status"] = status }, times: times);

    /// <summary>An answer that calls a report completed and has another link, or none; for ever by default.</summary>
    /// <param name="url">The link as it stands in the answer; <see langword="null"/> for none.</param>
    /// <param name="times">How many answers are hit.</param>
    public static SimulatorFault WithReportLink(string? url, int times = int.MaxValue) =>
        WithMembers(ReportStatus, new Dictionary<string, JsonNode?> { ["status"] = "COMPLETED", ["url"] = url }, times: times);

    /// <summary>A token answer with another access token, or with <see langword="null"/>.</summary>
    public static SimulatorFault WithAccessToken(string? accessToken, int times = 1) =>
        WithMembers(Token, new Dictionary<string, JsonNode?> { ["access_token"] = accessToken }, times: times);

    /// <summary>A token answer that names another lifetime, or none. The token itself lives as long as ever.</summary>
    public static SimulatorFault WithTokenLifetime(long? seconds, int times = 1) => seconds is { } expiresIn
        ? WithMembers(Token, new Dictionary<string, JsonNode?> { ["expires_in"] = expiresIn }, times: times)
        : WithMembers(Token, new Dictionary<string, JsonNode?>(), ["expires_in"], times);

    /// <summary>A successful JSON answer in which members are set, and others left out.</summary>
    public static SimulatorFault WithMembers(
        string operation,
        IReadOnlyDictionary<string, JsonNode?> members,
        IReadOnlyList<string>? withoutMembers = null,
        int times = 1) =>
        new()
        {
            Kind = SimulatorFaultKind.SetMembers,
            Operation = operation,
            Members = members,
            WithoutMembers = withoutMembers,
            Times = times,
        };
}
