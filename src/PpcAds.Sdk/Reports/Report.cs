namespace PpcAds.Sdk.Reports;

/// <summary>
/// A requested report. Amazon Ads reporting v3: <c>AsyncReport</c>, without its presigned link, which is a secret.
/// </summary>
public sealed record Report
{
    /// <summary>The id. There is no list of reports: keep it.</summary>
    public required string ReportId { get; init; }

    /// <summary>How far the report is.</summary>
    public required ReportStatus Status { get; init; }

    /// <summary>The request, as Amazon repeats it.</summary>
    public required ReportRequest Request { get; init; }

    /// <summary>When it was requested.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When Amazon last changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When its figures were taken; only when completed.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>The size of the file in bytes, if Amazon says it.</summary>
    public long? FileSize { get; init; }

    /// <summary>Why it failed, in Amazon's words; only when failed.</summary>
    public string? FailureReason { get; init; }

    /// <summary>
    /// Whether it was not created by this request: Amazon answered that an identical one was under way, and it was adopted.
    /// </summary>
    public bool IsAdopted { get; init; }

    /// <summary>The presigned link. Internal, so that no record's text, log or trace can show it.</summary>
    internal string? Url { get; init; }

    /// <summary>Whether <see cref="Request"/> is what Amazon repeated; a lenient reader continues without it.</summary>
    internal bool IsRequestKnown { get; init; } = true;

    /// <summary>
    /// Returns whether this is a report of a request: of its type, days, grouping, columns, filters and format, whatever their
    /// order. A report whose answer does not say what was requested is one of every request.
    /// </summary>
    /// <param name="request">The request.</param>
    public bool IsOf(ReportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return !IsRequestKnown || ReportRequestMatch.IsSame(Request, request);
    }

    /// <summary>Whether nothing more will change.</summary>
    internal bool IsFinished => Status == ReportStatus.Completed || Status == ReportStatus.Failed;
}
