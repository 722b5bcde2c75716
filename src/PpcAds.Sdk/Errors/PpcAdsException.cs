namespace PpcAds.Sdk;

/// <summary>
/// The base of every failure that arises in the SDK itself or in the host's own systems: input that is not valid, a database that
/// fails, a lock that is held. What Amazon answered is an <see cref="AmazonAdsException"/>.
/// </summary>
/// <remarks>No property and no message ever holds a token, a client secret or a presigned URL.</remarks>
public abstract class PpcAdsException : Exception
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    protected PpcAdsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
