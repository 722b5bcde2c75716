namespace PpcAds.Sdk;

/// <summary>
/// An identical report is being made already, and it could not be adopted: the answer named none, or one whose dates or
/// configuration differ. Amazon Ads reporting v3: status 425.
/// </summary>
public sealed class AmazonAdsDuplicateReportException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsDuplicateReportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsDuplicateReportException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }

    /// <summary>The report that Amazon says is the same, if the answer named one.</summary>
    public string? DuplicateOf { get; internal init; }
}
