namespace PpcAds.Sdk;

/// <summary>The requested resource does not exist, or is not visible to this grant. Never the same as an empty list.</summary>
public sealed class AmazonAdsNotFoundException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsNotFoundException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
