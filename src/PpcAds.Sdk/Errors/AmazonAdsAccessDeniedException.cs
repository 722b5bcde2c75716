namespace PpcAds.Sdk;

/// <summary>
/// Amazon knows who asks, but that grant has no right to this profile or operation, or the profile lives in another region.
/// </summary>
public sealed class AmazonAdsAccessDeniedException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsAccessDeniedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsAccessDeniedException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
