namespace PpcAds.Sdk;

/// <summary>
/// The database failed: it cannot be reached, ended the connection, is full or refused a statement. Nothing is half done: what
/// was committed stays, and the same call goes on from there once the cause is gone. <see cref="Exception.InnerException"/> is
/// the provider's.
/// </summary>
public sealed class PpcAdsStorageException : PpcAdsException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed, and what to do.</param>
    /// <param name="isTransient">Whether the same call may succeed later without anybody doing anything.</param>
    /// <param name="innerException">The provider's.</param>
    public PpcAdsStorageException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>Whether the same call may succeed later without anybody doing anything.</summary>
    public bool IsTransient { get; }
}
