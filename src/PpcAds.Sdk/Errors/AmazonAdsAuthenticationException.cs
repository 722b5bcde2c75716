namespace PpcAds.Sdk;

/// <summary>Login with Amazon refused to give an access token.</summary>
public sealed class AmazonAdsAuthenticationException : AmazonAdsException
{
    /// <inheritdoc cref="AmazonAdsException(string, Exception)"/>
    public AmazonAdsAuthenticationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal AmazonAdsAuthenticationException(string message, AmazonAdsFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }

    /// <summary>
    /// Whether the grant itself is dead (<c>invalid_grant</c>: revoked, or made for another client), so that the
    /// advertiser has to connect the account again.
    /// </summary>
    public bool NeedsConsent => ErrorCode == "invalid_grant";
}
