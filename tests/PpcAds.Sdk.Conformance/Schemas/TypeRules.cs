using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>Type, null and enum.</summary>
internal static class TypeRules
{
    public static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && IsWhole(value),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new InvalidOperationException($"OpenAPI 3.0 has no type {type}."),
    };

    /// <summary>Written as a whole number: 1.0 is none, since readers of integers stumble over it.</summary>
    public static bool IsWhole(JsonElement value) => value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0;

    public static bool IsInEnum(JsonElement value, JsonElement schema) =>
        !schema.TryGetProperty("enum", out JsonElement allowed)
        || allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value));

    /// <summary>Whether a schema says anything about what its values are, apart from combining other schemas.</summary>
    public static bool SaysWhat(JsonElement schema) => schema.Type() is not null || schema.Has("enum");
}
