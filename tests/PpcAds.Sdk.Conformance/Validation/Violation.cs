using PpcAds.Sdk.Conformance.Exchanges;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>Where an exchange is not what Amazon's files say.</summary>
/// <param name="Operation">The operation's id, or method and path when there is none.</param>
/// <param name="Side">Whether the client or the simulator got it wrong.</param>
/// <param name="Pointer">
/// A JSON pointer into that side: <c>/body/campaigns/0/state</c>, <c>/query/apiProgram</c>, <c>/header/Accept</c>,
/// <c>/path/reportId</c> or <c>/status</c>.
/// </param>
/// <param name="Rule">The rule, one of <see cref="Schemas.Rules"/>.</param>
/// <param name="Found">What was there.</param>
internal sealed record Violation(string Operation, ExchangeSide Side, string Pointer, string Rule, string Found)
{
    public override string ToString() =>
        $"{Operation} {(Side == ExchangeSide.Request ? "request" : "response")} {Pointer}: {Rule}, found {Found}";
}
