namespace PpcAds.Sdk.Ingestion;

/// <summary>Why a report is requested.</summary>
public enum PlanReason
{
    /// <summary>Days were never loaded.</summary>
    Missing,

    /// <summary>The last report of days lacked too much to be believed.</summary>
    Suspect,

    /// <summary>Amazon may have restated the figures of days that are loaded.</summary>
    Restatement,

    /// <summary>It was requested explicitly.</summary>
    Manual,
}
