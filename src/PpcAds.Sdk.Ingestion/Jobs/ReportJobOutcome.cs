using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// What becomes of a job once its report was loaded: the one rule for the ingestion and for every sink that stores jobs.
/// </summary>
/// <param name="State">Loaded; or suspect, when the report would have removed too much and is requested once more.</param>
/// <param name="RemovalDigest">See <see cref="LoadResult.RemovalDigest"/>.</param>
/// <param name="DueAt">When the next step is due: after a suspect report in one hour.</param>
public sealed record ReportJobOutcome(ReportJobState State, string? RemovalDigest, DateTimeOffset DueAt)
{
    private static readonly TimeSpan SuspectDelay = TimeSpan.FromHours(1);

    /// <summary>Returns the outcome of a load.</summary>
    /// <param name="result">What the load did.</param>
    /// <param name="now">The time.</param>
    public static ReportJobOutcome Of(LoadResult result, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.IsSuspect
            ? new ReportJobOutcome(ReportJobState.Suspect, result.RemovalDigest, now + SuspectDelay)
            : new ReportJobOutcome(ReportJobState.Loaded, result.RemovalDigest, now);
    }
}
