using System.Text.RegularExpressions;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Catalogue;

/// <summary>Operations that the client does not make.</summary>
/// <param name="Operation">
/// Method and path template, such as <c>POST /sp/*/delete</c>: <c>*</c> stands for one segment (or any method) and
/// <c>**</c> for any number of them.
/// </param>
/// <param name="Reason">Why not, as a user of the product would be told.</param>
internal sealed record Exclusion(string Operation, string Reason)
{
    public bool Matches(SpecOperation operation) => Regex.IsMatch(operation.ToString(), Pattern());

    private string Pattern()
    {
        string pattern = Regex.Escape(Operation)
            .Replace(@"\*\*", ".+", StringComparison.Ordinal)
            .Replace(@"\*", "[^/ ]+", StringComparison.Ordinal);
        return $@"\A{pattern}\z";
    }
}
