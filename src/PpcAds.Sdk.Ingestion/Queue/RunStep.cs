namespace PpcAds.Sdk.Ingestion;

/// <summary>One step of a run, as far as it is.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="ProfileId">The profile, if the step is for one.</param>
/// <param name="Step">The step, such as <c>sp.campaigns</c> or <c>plan</c>.</param>
public sealed record RunStep(AccountId AccountId, ProfileId? ProfileId, string Step)
{
    /// <summary>What became of it; <see langword="null"/> while it goes on.</summary>
    public StepOutcome? Outcome { get; init; }

    /// <summary>Why it was skipped or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The rows that it loaded.</summary>
    public long Rows { get; init; }
}
