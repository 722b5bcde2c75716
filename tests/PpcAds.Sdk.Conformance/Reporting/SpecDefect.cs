using System.Text.RegularExpressions;
using PpcAds.Sdk.Conformance.Exchanges;
using PpcAds.Sdk.Conformance.Validation;

namespace PpcAds.Sdk.Conformance.Reporting;

/// <summary>A place where Amazon's files contradict Amazon, so that what looks like a violation is none.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Side">The side the violation would be on.</param>
/// <param name="Pointer">Where; <c>*</c> stands for one segment.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">What says that the file is wrong.</param>
/// <param name="Found">What is found there, as violations print it; <see langword="null"/> for anything.</param>
internal sealed record SpecDefect(
    string Operation, ExchangeSide Side, string Pointer, string Rule, string Reason, string? Found = null)
{
    public bool Excuses(Violation violation) =>
        violation.Operation == Operation
        && violation.Side == Side
        && violation.Rule == Rule
        && (Found is null || violation.Found == Found)
        && Regex.IsMatch(violation.Pointer, $@"\A{Regex.Escape(Pointer).Replace(@"\*", "[^/]+", StringComparison.Ordinal)}\z");
}
