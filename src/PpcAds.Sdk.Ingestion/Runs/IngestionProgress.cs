using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>
/// Something that just happened, for progress displays. A run reports one after another, in the order of <see cref="Done"/>; the
/// receiver should return quickly.
/// </summary>
public sealed record IngestionProgress
{
    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The profile, if it is about one.</summary>
    public ProfileId? ProfileId { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>What became of it; <see langword="null"/> while it goes on.</summary>
    public StepOutcome? Outcome { get; init; }

    /// <summary>Why it was skipped or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>What it loaded.</summary>
    public LoadResult? Load { get; init; }

    /// <summary>The report job, if it is about one.</summary>
    public ReportJob? Job { get; init; }

    /// <summary>
    /// How many steps of the run are done, whatever their outcome: steps of accounts and profiles, and report jobs that are over.
    /// Never falls.
    /// </summary>
    public int Done { get; init; }

    /// <summary>
    /// How many steps are known so far: those of the profiles that were listed, and one for each open report job. Grows while
    /// more become known. A sync ends below it, since it does not wait for reports.
    /// </summary>
    public int Total { get; init; }

    /// <summary>How many rows were loaded by the run so far.</summary>
    public long Rows { get; init; }

    /// <summary>Steps done per second, on average since the run began; 0 until one is done.</summary>
    public double Rate { get; init; }

    /// <summary>
    /// How long the steps that are known will take at that <see cref="Rate"/>; <see langword="null"/> until it is known. A guess:
    /// Amazon makes a report in anything between a minute and three hours.
    /// </summary>
    public TimeSpan? Remaining { get; init; }
}
