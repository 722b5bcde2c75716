namespace PpcAds.Sdk.Reading;

/// <summary>What the ledger knows about a day.</summary>
public enum PerformanceDayState
{
    /// <summary>It is loaded and has rows.</summary>
    Loaded,

    /// <summary>It is loaded; there was no activity.</summary>
    Empty,

    /// <summary>Too many rows would have gone by the newest report: they were kept, and the day is asked for again.</summary>
    Suspect,

    /// <summary>
    /// At the edge of what Amazon keeps, the newest report had nothing of it, or less than half of what is stored, which proves nothing: what was
    /// stored is kept. Never asked for again.
    /// </summary>
    Unproven,
}
