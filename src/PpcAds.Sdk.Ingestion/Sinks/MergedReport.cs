using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Sinks;

/// <summary>What a report makes of the stored rows: everything that a sink has to write, in one transaction.</summary>
public sealed record MergedReport
{
    /// <summary>
    /// Gets the outcome to store under the <see cref="LoadId"/>, and to return from <see cref="ILoadSession.CommitAsync"/>.
    /// </summary>
    public required LoadResult Result { get; init; }

    /// <summary>Gets the rows that are new or changed.</summary>
    public IReadOnlyList<PerformanceRecord> Written { get; init; } = [];

    /// <summary>Gets the stored rows to remove.</summary>
    public IReadOnlyList<PerformanceRecord> Removed { get; init; } = [];

    /// <summary>Gets all rows that <see cref="ReportMerge.Apply"/> was given, as they are after the load.</summary>
    public IReadOnlyList<PerformanceRecord> Rows { get; init; } = [];

    /// <summary>Gets the entries of the ledger to write, one for each day that the load reached.</summary>
    public IReadOnlyList<PerformanceDay> Days { get; init; } = [];

    /// <summary>Gets the issues to record, for example with <see cref="Ingestion.ISyncLog.AddIssuesAsync"/>.</summary>
    public IReadOnlyList<SyncIssue> Issues { get; init; } = [];

    /// <summary>
    /// Gets the exception to throw after <see cref="Issues"/> were recorded, if too many rows could not be read; nothing is
    /// written then.
    /// </summary>
    public ReportRejectedException? Rejection { get; init; }
}
