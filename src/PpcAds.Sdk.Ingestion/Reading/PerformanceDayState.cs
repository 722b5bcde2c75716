namespace PpcAds.Sdk.Reading;

/// <summary>What the ledger knows about a day.</summary>
public enum PerformanceDayState
{
    /// <summary>It is loaded and has rows.</summary>
    Loaded,

    /// <summary>It is loaded; there was no activity.</summary>
    Empty,

    /// <summary>The newest report would have removed too many rows: they were kept, and the day is requested again.</summary>
    Suspect,

    /// <summary>
    /// At the edge of what Amazon keeps, the newest report had no rows of the day, or less than half of what is stored, which
    /// proves nothing: what was stored is kept. Never requested again.
    /// </summary>
    Unproven,
}
