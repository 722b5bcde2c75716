using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>A declared parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Required">Whether it must be sent.</param>
/// <param name="Explode">Whether a list is sent as repeated values rather than with commas.</param>
/// <param name="Schema">What its values look like.</param>
internal sealed record SpecParameter(string Name, string In, bool Required, bool Explode, JsonElement Schema)
{
    public static SpecParameter From(JsonElement definition)
    {
        string place = definition.GetProperty("in").GetString()!;
        return new SpecParameter(
            definition.GetProperty("name").GetString()!,
            place,
            Flag(definition, "required", false),
            Flag(definition, "explode", place == "query"),
            definition.GetProperty("schema"));
    }

    private static bool Flag(JsonElement definition, string name, bool otherwise) =>
        definition.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;
}
