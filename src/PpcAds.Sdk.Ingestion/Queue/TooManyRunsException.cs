namespace PpcAds.Sdk.Ingestion;

/// <summary>An account has so many open runs that another one is not taken; it is once one of them has ended.</summary>
public sealed class TooManyRunsException : PpcAdsException
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="message">Which account, and how many runs it may have.</param>
    public TooManyRunsException(string message)
        : base(message)
    {
    }
}
