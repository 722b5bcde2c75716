using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>Something that just happened, for progress displays.</summary>
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

    /// <summary>What it loaded.</summary>
    public LoadResult? Load { get; init; }

    /// <summary>The report job, if it is about one.</summary>
    public ReportJob? Job { get; init; }
}
