namespace PpcAds.Sdk.Ingestion;

/// <summary>One call of the orchestrator.</summary>
public sealed record SyncRun
{
    /// <summary>The number that the log gave it.</summary>
    public long RunId { get; init; }

    /// <summary>What was called, such as <c>sync account</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The account, if it was for one.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; <see langword="null"/> while it runs, or when its process was killed.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many steps were done.</summary>
    public int Done { get; init; }

    /// <summary>How many were skipped by rule.</summary>
    public int Skipped { get; init; }

    /// <summary>How many failed.</summary>
    public int Failed { get; init; }
}
