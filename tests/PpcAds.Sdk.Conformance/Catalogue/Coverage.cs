using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Catalogue;

/// <summary>Holds every operation to be either covered or left out for one reason.</summary>
internal sealed class Coverage(
    IReadOnlyList<SpecOperation> operations, IReadOnlyList<string> covered, IReadOnlyList<Exclusion> exclusions)
{
    /// <summary>What does not add up; empty when everything does.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. covered.SelectMany(ProblemsOfCovered), .. operations.SelectMany(ProblemsOf), .. exclusions.SelectMany(ProblemsOf)];

    private IEnumerable<string> ProblemsOfCovered(string id)
    {
        if (operations.All(operation => operation.Id != id))
        {
            yield return $"{id} is covered, but no file declares it.";
        }
    }

    private IEnumerable<string> ProblemsOf(SpecOperation operation)
    {
        var matching = exclusions
            .Where(exclusion => exclusion.Matches(operation))
            .Select(exclusion => exclusion.Operation)
            .ToList();
        bool isCovered = covered.Contains(operation.Id);
        if (isCovered && matching.Count > 0)
        {
            yield return $"{operation} is covered, yet left out by {string.Join(", ", matching)}.";
        }
        else if (!isCovered && matching.Count == 0)
        {
            yield return $"{operation} ({operation.Id}) is neither covered nor left out.";
        }
        else if (matching.Count > 1)
        {
            yield return $"{operation} is left out more than once: {string.Join(", ", matching)}.";
        }
    }

    private IEnumerable<string> ProblemsOf(Exclusion exclusion)
    {
        if (!operations.Any(exclusion.Matches))
        {
            yield return $"The exclusion {exclusion.Operation} matches nothing.";
        }

        if (string.IsNullOrWhiteSpace(exclusion.Reason))
        {
            yield return $"The exclusion {exclusion.Operation} has no reason.";
        }
    }
}
