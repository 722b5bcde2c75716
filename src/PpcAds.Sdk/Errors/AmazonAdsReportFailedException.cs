namespace PpcAds.Sdk;

/// <summary>Amazon gave up on a report, or did not finish it within the time allowed.</summary>
public sealed class AmazonAdsReportFailedException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsReportFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsReportFailedException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }

    /// <summary>The report.</summary>
    public string? ReportId { get; internal init; }

    /// <summary>Amazon's reason as free text, if it gave one.</summary>
    public string? FailureReason { get; internal init; }
}
