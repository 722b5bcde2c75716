using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PpcAds.Sdk.Drift;

/// <summary>
/// The documented shapes: with nothing required, and their members by name. One for all runs, since neither changes.
/// </summary>
public sealed class LenientTypes
{
    private readonly ConcurrentDictionary<JsonSerializerOptions, JsonSerializerOptions> _options = new();
    private readonly ConcurrentDictionary<JsonTypeInfo, FrozenDictionary<string, JsonPropertyInfo>> _members = new();

    internal JsonTypeInfo<T> Of<T>(JsonSerializerOptions strict) =>
        (JsonTypeInfo<T>)_options.GetOrAdd(strict, Relax).GetTypeInfo(typeof(T));

    internal FrozenDictionary<string, JsonPropertyInfo> MembersOf(JsonTypeInfo type) => _members.GetOrAdd(
        type,
        known =>
            known.Properties.Where(property => !property.IsExtensionData)
                .ToFrozenDictionary(property => property.Name, StringComparer.Ordinal));

    private static JsonSerializerOptions Relax(JsonSerializerOptions strict) => new(strict)
    {
        TypeInfoResolver = strict.TypeInfoResolver!.WithAddedModifier(type =>
        {
            foreach (JsonPropertyInfo property in type.Properties)
            {
                property.IsRequired = false;
            }
        }),
    };
}
