namespace PpcAds.Sdk;

/// <summary>
/// Amazon gave up on an export, or did not finish it within the time allowed. <see cref="AmazonAdsException.ErrorCode"/> and
/// <see cref="AmazonAdsException.Details"/> have Amazon's reason, if it gave one.
/// </summary>
public sealed class AmazonAdsExportFailedException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsExportFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsExportFailedException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }

    /// <summary>The export.</summary>
    public string? ExportId { get; internal init; }
}
