namespace PpcAds.Sdk.Ingestion;

/// <summary>The state of a requested sync.</summary>
public enum QueuedRunState
{
    /// <summary>No worker has begun it.</summary>
    Queued,

    /// <summary>A worker has begun it, or it waits for its reports.</summary>
    Running,

    /// <summary>It is over, and nothing failed.</summary>
    Succeeded,

    /// <summary>It is over, and something failed; what was done stays.</summary>
    Failed,

    /// <summary>It was cancelled; what was done stays.</summary>
    Cancelled,
}
