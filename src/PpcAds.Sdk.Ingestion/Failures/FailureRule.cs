namespace PpcAds.Sdk.Ingestion.Failures;

/// <summary>A row of the failure policy.</summary>
/// <param name="Name">The row's name, as in docs/failures.md.</param>
/// <param name="When">The answer that it is about, in words.</param>
/// <param name="Action">What follows.</param>
/// <param name="Says">The sentence that the reason begins with; empty when the failure's own message says all.</param>
/// <param name="Matches">The answer that it is about.</param>
internal sealed record FailureRule(
    string Name, string When, FailureAction Action, string Says, Func<Exception, FailureContext, bool> Matches)
{
    /// <summary>Whether such failures in a row open the account's circuit.</summary>
    public bool CountsForCircuit { get; init; }
}
