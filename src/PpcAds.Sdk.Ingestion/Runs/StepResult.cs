using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Ingestion;

/// <summary>What became of one step: of one account, profile, entity type or report.</summary>
public sealed record StepResult
{
    /// <summary>The account.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The profile, if the step was for one.</summary>
    public ProfileId? ProfileId { get; init; }

    /// <summary>The step, such as <c>keywords</c>, <c>plan</c> or <c>report sp.campaign</c>.</summary>
    public required string Step { get; init; }

    /// <summary>What became of it.</summary>
    public required StepOutcome Outcome { get; init; }

    /// <summary>Why it was skipped or failed, and what to do.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets whether the step was skipped because another worker syncs the account.</summary>
    public bool IsBusy { get; init; }

    /// <summary>The exception that it failed by.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What it loaded.</summary>
    public LoadResult? Load { get; init; }

    /// <summary>The report job, if the step was about one.</summary>
    public ReportJob? Job { get; init; }
}
