using System.Text.Json;
using PpcAds.Sdk.Conformance.Schemas;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>Turns the text of a parameter into the JSON value it stands for.</summary>
internal static class TextValue
{
    /// <summary>A number or a truth value if the schema wants one and the text is one; else the text.</summary>
    public static JsonElement ToJson(JsonElement schema, string text) =>
        schema.Type() is "integer" or "number" or "boolean" && Parse(text) is { } value
            ? value
            : JsonSerializer.SerializeToElement(text);

    /// <summary>A list, each item by itself.</summary>
    public static JsonElement ToJsonList(JsonElement itemSchema, IEnumerable<string> texts) =>
        JsonSerializer.SerializeToElement(texts.Select(text => ToJson(itemSchema, text)));

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
