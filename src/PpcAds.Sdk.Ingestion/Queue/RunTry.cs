namespace PpcAds.Sdk.Ingestion.Queue;

/// <summary>How far a run is that is tried again, since another worker had one of its accounts.</summary>
internal sealed class RunTry
{
    /// <summary>The steps of all tries.</summary>
    public RunSteps Steps { get; } = new();

    /// <summary>The accounts that need not be synced again.</summary>
    public HashSet<AccountId> Done { get; } = [];
}
