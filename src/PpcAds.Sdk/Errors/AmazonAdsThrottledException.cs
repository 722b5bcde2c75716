namespace PpcAds.Sdk;

/// <summary>Amazon throttled the call, and all retries too.</summary>
public sealed class AmazonAdsThrottledException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsThrottledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsThrottledException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }

    /// <summary>How long Amazon asked to wait, if it said so.</summary>
    public TimeSpan? RetryAfter { get; internal init; }
}
