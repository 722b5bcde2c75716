using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>What a call of the orchestrator did, step by step.</summary>
public sealed record IngestionResult
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>The steps, in the order in which they ended.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>Whether nothing failed. Steps that a rule skipped are no failures.</summary>
    public bool Succeeded => Steps.All(step => step.Outcome != StepOutcome.Failed);

    /// <summary>The sums of all that was loaded into <c>performance_records</c>.</summary>
    public LoadResult Performance => Steps.Where(step => step.Job is not null && step.Load is not null)
        .Aggregate(new LoadResult(), (sum, step) => sum + step.Load!);
}
