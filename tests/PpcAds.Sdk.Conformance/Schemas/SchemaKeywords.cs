using System.Text.Json;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>Lists what the schemas of a file say, so that nothing they say can go unchecked unnoticed.</summary>
internal static class SchemaKeywords
{
    // A discriminator only says which branch of a choice is meant; here each is tried.
    private static readonly string[] Annotations =
        ["default", "deprecated", "description", "discriminator", "example", "externalDocs", "title"];

    private static readonly string[] Checked =
    [
        "$ref", "additionalProperties", "allOf", "anyOf", "enum", "exclusiveMaximum", "exclusiveMinimum", "format", "items",
        "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf",
        "not", "nullable", "oneOf", "pattern", "properties", "readOnly", "required", "type", "uniqueItems", "writeOnly",
    ];

    public static IReadOnlyList<string> Understood { get; } = [.. Annotations, .. Checked];

    public static IEnumerable<(string Keyword, JsonElement Value)> Of(SpecDocument document) =>
        Find(document.Root, insideExample: false);

    /// <summary>Schemas stand where a file says <c>schema</c>, and under <c>components/schemas</c>.</summary>
    private static IEnumerable<(string Keyword, JsonElement Value)> Find(JsonElement element, bool insideExample) =>
        (element.ValueKind, insideExample) switch
        {
            (JsonValueKind.Array, false) => element.EnumerateArray().SelectMany(item => Find(item, false)),
            (JsonValueKind.Object, false) => element.EnumerateObject().SelectMany(member => member.Name switch
            {
                "schema" => OfSchema(member.Value),
                "schemas" => member.Value.EnumerateObject().SelectMany(schema => OfSchema(schema.Value)),
                _ => Find(member.Value, member.Name is "example" or "examples"),
            }),
            _ => [],
        };

    private static IEnumerable<(string Keyword, JsonElement Value)> OfSchema(JsonElement schema) =>
        schema.EnumerateObject().Where(keyword => !keyword.Name.StartsWith("x-", StringComparison.Ordinal)).SelectMany(
            keyword => SubSchemas(keyword).SelectMany(OfSchema).Prepend((keyword.Name, keyword.Value)));

    private static IEnumerable<JsonElement> SubSchemas(JsonProperty keyword) => keyword.Name switch
    {
        "properties" => keyword.Value.EnumerateObject().Select(property => property.Value),
        "allOf" or "anyOf" or "oneOf" => keyword.Value.EnumerateArray(),
        "items" or "not" => [keyword.Value],
        "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object => [keyword.Value],
        _ => [],
    };
}
