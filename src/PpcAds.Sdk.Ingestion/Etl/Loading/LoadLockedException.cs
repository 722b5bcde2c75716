namespace PpcAds.Sdk.Etl;

/// <summary>
/// A load could not have a lock, since another one of the same profile, or another writer of the database, goes on.
/// Nothing is lost: the same load succeeds once the other has ended.
/// </summary>
public sealed class LoadLockedException : PpcAdsException
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="message">What is locked, and what to do.</param>
    /// <param name="innerException">The exception of the database's provider, if there is one.</param>
    public LoadLockedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
