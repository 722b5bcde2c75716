namespace PpcAds.Sdk.Leases;

/// <summary>
/// Thrown when another worker has taken over the job or account, or the account was purged. Nothing was committed. This is not an
/// error of the data: the other worker continues.
/// </summary>
public sealed class LeaseLostException : PpcAdsException
{
    /// <summary>Makes the exception.</summary>
    public LeaseLostException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
