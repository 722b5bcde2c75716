using PpcAds.Sdk.Drift;

namespace PpcAds.Sdk.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Items">The entities, in Amazon's order. A page may be short or empty although more follow.</param>
/// <param name="NextToken">
/// The token that continues after this page, or <see langword="null"/> at the end. Give it to
/// <see cref="AmazonAdsPageable{T}.AsPages"/> of a list with the same filter; Amazon does not say how long it lives.
/// </param>
/// <param name="TotalResults">How many entities the filter matches, if Amazon said so.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken, long? TotalResults)
{
    /// <summary>
    /// Gets the JSON of each item, if <see cref="SchemaDrift.KeepsRaw"/> is set; otherwise <see langword="null"/>.
    /// </summary>
    public IReadOnlyList<string>? Raw { get; init; }

    /// <summary>
    /// Why the list cannot be read on after this page although it does not end; <see langword="null"/> when it can.
    /// </summary>
    internal string? Defect { get; init; }
}
