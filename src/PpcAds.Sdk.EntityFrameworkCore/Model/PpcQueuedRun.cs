using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_queued_runs</c>: a requested sync.</summary>
public class PpcQueuedRun
{
    /// <summary>The number, made by the database.</summary>
    public long RunId { get; set; }

    /// <summary>What makes two requests the same; of the same ones only one is open at a time.</summary>
    public string RequestKey { get; set; } = "";

    /// <summary>A name that one run has for good, if it came from a schedule.</summary>
    public string? Slot { get; set; }

    /// <summary>The account; null for all.</summary>
    public long? AccountId { get; set; }

    /// <summary>The profile, if it is for one.</summary>
    public long? ProfileId { get; set; }

    /// <summary>The first day to request, if it is not about what is due.</summary>
    public DateOnly? StartDate { get; set; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? EndDate { get; set; }

    /// <summary>The datasets of those days, with commas between; null for all.</summary>
    public string? Datasets { get; set; }

    /// <summary>How far it is.</summary>
    public QueuedRunState State { get; set; }

    /// <summary>Whether its cancellation was requested.</summary>
    public bool IsCancelRequested { get; set; }

    /// <summary>When it was requested.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>When a worker began it.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When all was listed and planned.</summary>
    public DateTimeOffset? SyncedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; set; }

    /// <summary>Its steps as JSON.</summary>
    public string? Steps { get; set; }
}
