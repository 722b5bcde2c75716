using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Conformance.Reporting;

/// <summary>Reads <c>spec-defects.json</c>.</summary>
internal static class SpecDefects
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNameCaseInsensitive = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<SpecDefect> Load() =>
        Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "spec-defects.json")));

    public static IReadOnlyList<SpecDefect> Parse(string json) => JsonSerializer.Deserialize<SpecDefect[]>(json, Strict)!;
}
