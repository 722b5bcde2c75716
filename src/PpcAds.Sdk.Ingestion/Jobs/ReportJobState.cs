namespace PpcAds.Sdk.Ingestion;

/// <summary>How far a report job is.</summary>
public enum ReportJobState
{
    /// <summary>It is to be requested.</summary>
    Planned,

    /// <summary>
    /// It is being requested; stored before the call, so that after a crash the same request is sent and a 425 adopted.
    /// </summary>
    Requesting,

    /// <summary>Amazon has taken it on.</summary>
    Requested,

    /// <summary>Amazon makes it.</summary>
    Generating,

    /// <summary>Its file is there.</summary>
    Ready,

    /// <summary>Its file is being loaded.</summary>
    Loading,

    /// <summary>It is loaded. Final.</summary>
    Loaded,

    /// <summary>Amazon gave up on it, or it could not be loaded; it will be requested again.</summary>
    Failed,

    /// <summary>It would have removed too much in one load; it will be requested again to confirm that.</summary>
    Suspect,

    /// <summary>It is given up, with a reason. Final; its days are planned again by the next sync.</summary>
    Abandoned,
}
