using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Catalogue;

/// <summary>Reads <c>exclusions.json</c>.</summary>
internal static class Exclusions
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNameCaseInsensitive = true };

    public static IReadOnlyList<Exclusion> Load()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "exclusions.json");
        return JsonSerializer.Deserialize<Exclusion[]>(File.ReadAllText(path), Strict)!;
    }
}
