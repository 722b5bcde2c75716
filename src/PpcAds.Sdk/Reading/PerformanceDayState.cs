namespace PpcAds.Sdk.Reading;

/// <summary>What the ledger knows about a day.</summary>
public enum PerformanceDayState
{
    /// <summary>It is loaded and has rows.</summary>
    Loaded,

    /// <summary>It is loaded; there was no activity.</summary>
    Empty,

    /// <summary>Rows were kept that the newest report no longer had, since too many would have gone.</summary>
    Suspect,
}
