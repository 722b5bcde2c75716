using System.Text.Json;

namespace PpcAds.Sdk.Etl;

/// <summary>Targeting expressions as they stand in the tables.</summary>
internal static class TargetingText
{
    /// <summary>The conditions as a JSON array.</summary>
    public static string? ToJson(IReadOnlyList<TargetingPredicate>? expression) =>
        expression is null
            ? null
            : JsonSerializer.Serialize(Conditions(expression), TargetingJsonContext.Default.IReadOnlyListTargetingPredicate);

    /// <summary><c>auto</c>, <c>audience</c> or <c>product</c>.</summary>
    public static string KindOf(IReadOnlyList<TargetingPredicate>? expression) => Conditions(expression) switch
    {
        var conditions when conditions.Any(
            predicate => predicate.Type is "VIEWS" or "PURCHASES" or "AUDIENCE" || predicate.EventType is not null) => "audience",

        // Amazon Ads common models: what Sponsored Display calls a similar product is chosen by Amazon, AUTO in exports.
        var conditions when conditions.Any(predicate => predicate.Type
            is "QUERY_HIGH_REL_MATCHES" or "QUERY_BROAD_REL_MATCHES" or "ASIN_SUBSTITUTE_RELATED" or "ASIN_ACCESSORY_RELATED"
                or "SIMILAR_PRODUCT") => "auto",
        _ => "product",
    };

    /// <summary>A null in the place of a condition is none, whatever a list's type says.</summary>
    private static IReadOnlyList<TargetingPredicate> Conditions(IReadOnlyList<TargetingPredicate>? expression) =>
        [.. (expression ?? []).Where(predicate => predicate is not null)];
}
