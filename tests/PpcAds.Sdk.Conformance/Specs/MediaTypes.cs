using System.Text.Json;

namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>The <c>content</c> of a request body or a response.</summary>
internal static class MediaTypes
{
    public static IReadOnlyList<string> Of(JsonElement owner) =>
        owner.TryGetProperty("content", out JsonElement content)
            ? [.. content.EnumerateObject().Select(type => type.Name)]
            : [];

    /// <summary>The schema of a media type, or <see langword="null"/> when anything goes.</summary>
    public static JsonElement? Schema(JsonElement owner, string mediaType) =>
        owner.GetProperty("content").GetProperty(mediaType).TryGetProperty("schema", out JsonElement schema) ? schema : null;

    public static string WithoutParameters(string contentType) => contentType.Split(';')[0].Trim();
}
