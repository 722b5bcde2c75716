namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_ingestion_runs</c>.</summary>
public class PpcIngestionRun
{
    /// <summary>The number, made by the database.</summary>
    public long RunId { get; set; }

    /// <summary>What was called.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The account, if it was for one.</summary>
    public long? AccountId { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended; null while it runs, or when its process was killed.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How many steps were done.</summary>
    public int Done { get; set; }

    /// <summary>How many were skipped by rule.</summary>
    public int Skipped { get; set; }

    /// <summary>How many failed.</summary>
    public int Failed { get; set; }
}
