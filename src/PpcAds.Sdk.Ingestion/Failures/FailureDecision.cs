namespace PpcAds.Sdk.Ingestion.Failures;

/// <summary>What the policy says of one failure.</summary>
internal sealed record FailureDecision(FailureRule Rule, string Reason)
{
    public FailureAction Action => Rule.Action;

    public StepOutcome Outcome =>
        Action is FailureAction.SkipByRule or FailureAction.SkipProduct ? StepOutcome.Skipped : StepOutcome.Failed;
}
