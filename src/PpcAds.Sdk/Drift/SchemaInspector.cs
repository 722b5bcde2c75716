using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Drift;

/// <summary>Holds an answer against the shape that the SDK knows. For one thread at a time.</summary>
internal sealed class SchemaInspector(SchemaDrift drift, string source)
{
    /// <summary>Where in the answer it is. Put together only for what is noted.</summary>
    private readonly List<string> _path = [];

    public void Inspect(JsonElement element, JsonTypeInfo type)
    {
        _path.Clear();
        InspectValue(element, type);
    }

    private void InspectValue(JsonElement element, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                InspectObject(element, type);
                break;
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Array:
                // Some objects come as the first of a list.
                InspectItems(element, type);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array && type.ElementType is { } elementType:
                InspectItems(element, type.Options.GetTypeInfo(elementType));
                break;
            case JsonTypeInfoKind.None when element.ValueKind == JsonValueKind.String:
                InspectName(element, type);
                break;
        }
    }

    private void InspectItems(JsonElement array, JsonTypeInfo type)
    {
        _path.Add("[]");
        foreach (JsonElement item in array.EnumerateArray())
        {
            InspectValue(item, type);
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void InspectObject(JsonElement element, JsonTypeInfo type)
    {
        FrozenDictionary<string, JsonPropertyInfo> known = drift.Types.MembersOf(type);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[JsonName.Size];
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!lookup.TryGetValue(JsonName.Of(member, buffer), out JsonPropertyInfo? property))
            {
                Note(DriftKind.NewMember, $".{member.Name}");
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                _path.Add(property.Name);
                InspectValue(member.Value, type.Options.GetTypeInfo(property.PropertyType));
                _path.RemoveAt(_path.Count - 1);
            }
        }

        foreach (JsonPropertyInfo property in known.Values)
        {
            if (property.IsRequired && !element.TryGetProperty(property.Name, out _))
            {
                Note(DriftKind.MissingMember, $".{property.Name}");
            }
        }
    }

    private void InspectName(JsonElement element, JsonTypeInfo type)
    {
        JsonTypeInfo actual =
            Nullable.GetUnderlyingType(type.Type) is { } underlying ? type.Options.GetTypeInfo(underlying) : type;
        Span<char> buffer = stackalloc char[JsonName.Size];
        if (actual.Converter is IKnownNames names && !names.Knows(JsonName.Of(element, buffer)))
        {
            Note(DriftKind.UnknownValue, $" '{element.GetString()}'");
        }
    }

    private void Note(DriftKind kind, string what) =>
        drift.Add(new DriftNote(source, kind, $"${string.Concat(_path.Select(part => part == "[]" ? part : $".{part}"))}{what}"));
}
