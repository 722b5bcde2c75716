using System.Text.Json;
using PpcAds.Sdk.Conformance.Schemas;
using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Validation;

/// <summary>Checks a body against the schema of its media type.</summary>
internal static class BodyRules
{
    private const string Pointer = "/body";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="owner">The declared request body or response.</param>
    /// <param name="mediaType">The declared media type that was sent.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static void Check(JsonElement owner, string mediaType, ReadOnlyMemory<byte> body, ViolationList violations)
    {
        if (MediaTypes.Schema(owner, mediaType) is not { } schema
            || !mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        JsonElement value;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, Strict);
            value = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            violations.Add(Pointer, Rules.Json, exception.Message);
            return;
        }

        violations.CheckSchema(schema, value, Pointer);
    }

    public static void Missing(ViolationList violations) => violations.Add(Pointer, Rules.Required, "nothing");

    public static void NotDeclared(ReadOnlyMemory<byte> body, ViolationList violations) =>
        violations.Add(Pointer, Rules.BodyNotDeclared, $"{body.Length} bytes");
}
