using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>
/// One condition of a targeting expression, such as "the product is B0EXAMPLE1". All of an expression's must hold.
/// </summary>
[JsonConverter(typeof(TargetingPredicateJsonConverter))]
public sealed record TargetingPredicate
{
    /// <summary>
    /// What is compared, such as <c>ASIN_SAME_AS</c>: an open set. In the capitals of Amazon's newer APIs, also where an older
    /// one wrote <c>asinSameAs</c>. Empty when Amazon sent a bare text, as it does for retired audiences.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>With what; <see langword="null"/> for automatic targets and for those with <see cref="Values"/>.</summary>
    public string? Value { get; init; }

    /// <summary>
    /// Conditions within this one. Amazon Ads Sponsored Display: of <c>VIEWS</c>, <c>PURCHASES</c> and <c>AUDIENCE</c>.
    /// </summary>
    public IReadOnlyList<TargetingPredicate>? Values { get; init; }

    /// <summary>Which event an audience is made of, such as <c>views</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>
    /// Members without a property here, by Amazon's name, as they came; <see langword="null"/> when there are none.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement>? AdditionalMembers { get; init; }
}
