using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>Reads single keywords of a schema.</summary>
internal static class SchemaText
{
    public static bool Has(this JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out _);

    public static bool Flag(this JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    public static string? Text(this JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) ? value.GetString() : null;

    public static long? Whole(this JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) ? (long)value.GetDecimal() : null;

    /// <summary>The type: the one it names, or the one its keywords only make sense for.</summary>
    public static string? Type(this JsonElement schema) =>
        schema.Text("type")
        ?? (schema.Has("properties") || schema.Has("additionalProperties") || schema.Has("required") ? "object" : null)
        ?? (schema.Has("items") ? "array" : null);
}
