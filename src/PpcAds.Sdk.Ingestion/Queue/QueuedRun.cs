namespace PpcAds.Sdk.Ingestion;

/// <summary>A requested sync. Its whole state is in the store, so it continues after a restart.</summary>
public sealed record QueuedRun
{
    /// <summary>The number that the store gave it.</summary>
    public required long RunId { get; init; }

    /// <summary>What it is to do.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>How far it is.</summary>
    public QueuedRunState State { get; init; }

    /// <summary>Whether its cancellation was requested; it ends soon.</summary>
    public bool IsCancelRequested { get; init; }

    /// <summary>When it was requested.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When a worker began it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When all was listed and planned; from then on it waits for its reports.</summary>
    public DateTimeOffset? SyncedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why it failed, in one sentence.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// Its steps so far; empty in lists of runs. Report jobs are no steps: see <see cref="IngestionRuns.FindProgressAsync"/>.
    /// </summary>
    public IReadOnlyList<RunStep> Steps { get; init; } = [];

    /// <summary>Whether nothing more will happen to it.</summary>
    public bool IsFinal => State is not (QueuedRunState.Queued or QueuedRunState.Running);
}
