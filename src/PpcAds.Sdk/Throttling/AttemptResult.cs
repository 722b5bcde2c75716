namespace PpcAds.Sdk.Throttling;

/// <summary>How an attempt ended, as far as a rate governor cares.</summary>
public enum AttemptResult
{
    /// <summary>Nothing was learned: cancelled before an answer came.</summary>
    Abandoned,

    /// <summary>Amazon answered, be it with an error, and did not throttle.</summary>
    Answered,

    /// <summary>Amazon throttled the attempt (429).</summary>
    Throttled,

    /// <summary>The server failed, or the connection did.</summary>
    Failed,
}
