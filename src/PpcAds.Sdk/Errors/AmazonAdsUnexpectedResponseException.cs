namespace PpcAds.Sdk;

/// <summary>Amazon answered with something that is not the documented shape. Nothing is guessed from such an answer.</summary>
public sealed class AmazonAdsUnexpectedResponseException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsUnexpectedResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsUnexpectedResponseException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
