namespace PpcAds.Sdk.Leases;

/// <summary>
/// Another worker has taken the job or account over, or the account was purged, so that nothing was committed. Not an error of the
/// data: that worker goes on.
/// </summary>
public sealed class LeaseLostException : PpcAdsException
{
    /// <summary>Makes the exception.</summary>
    public LeaseLostException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
