namespace PpcAds.Sdk.Ingestion;

/// <summary>What became of a step.</summary>
public enum StepOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was left out by rule; the reason says which.</summary>
    Skipped,

    /// <summary>It failed; the others went on.</summary>
    Failed,
}
