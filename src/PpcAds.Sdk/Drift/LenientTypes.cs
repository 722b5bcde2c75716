using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PpcAds.Sdk.Drift;

/// <summary>The documented shapes with nothing required.</summary>
internal sealed class LenientTypes
{
    private readonly ConcurrentDictionary<JsonSerializerOptions, JsonSerializerOptions> _options = new();

    public JsonTypeInfo<T> Of<T>(JsonSerializerOptions strict) =>
        (JsonTypeInfo<T>)_options.GetOrAdd(strict, Relax).GetTypeInfo(typeof(T));

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
