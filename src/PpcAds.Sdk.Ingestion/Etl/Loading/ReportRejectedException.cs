namespace PpcAds.Sdk.Etl;

/// <summary>
/// Thrown when too many rows of a report could not be read. None was loaded. The rows' problems are in the sync issues.
/// </summary>
public sealed class ReportRejectedException : PpcAdsException
{
    /// <summary>Makes the exception.</summary>
    public ReportRejectedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The rows of the file.</summary>
    public long Rows { get; init; }

    /// <summary>How many were rejected.</summary>
    public long Rejected { get; init; }
}
