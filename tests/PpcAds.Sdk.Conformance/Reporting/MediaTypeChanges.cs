using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Reporting;

/// <summary>Reads <c>media-type-changes.json</c>.</summary>
internal static class MediaTypeChanges
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNameCaseInsensitive = true };

    public static IReadOnlyList<MediaTypeChange> Load() =>
        JsonSerializer.Deserialize<MediaTypeChange[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "media-type-changes.json")), Strict)!;
}
