using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk.Drift;

/// <summary>Holds an answer against the shape that the SDK knows.</summary>
internal sealed class SchemaInspector(SchemaDrift drift, string source)
{
    public void Inspect(JsonElement element, JsonTypeInfo type, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                InspectObject(element, type, path);
                break;
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Array:
                // Some objects come as the first of a list.
                foreach (JsonElement item in element.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
                {
                    InspectObject(item, type, $"{path}[]");
                }

                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array && type.ElementType is { } elementType:
                JsonTypeInfo inner = type.Options.GetTypeInfo(elementType);
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Inspect(item, inner, $"{path}[]");
                }

                break;
            case JsonTypeInfoKind.None when element.ValueKind == JsonValueKind.String:
                InspectName(element, type, path);
                break;
        }
    }

    private void InspectObject(JsonElement element, JsonTypeInfo type, string path)
    {
        FrozenDictionary<string, JsonPropertyInfo> known = drift.Types.MembersOf(type);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!known.TryGetValue(member.Name, out JsonPropertyInfo? property))
            {
                drift.Add(new DriftNote(source, DriftKind.NewMember, $"{path}.{member.Name}"));
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Inspect(member.Value, type.Options.GetTypeInfo(property.PropertyType), $"{path}.{member.Name}");
            }
        }

        foreach (JsonPropertyInfo property in known.Values)
        {
            if (property.IsRequired && !element.TryGetProperty(property.Name, out _))
            {
                drift.Add(new DriftNote(source, DriftKind.MissingMember, $"{path}.{property.Name}"));
            }
        }
    }

    private void InspectName(JsonElement element, JsonTypeInfo type, string path)
    {
        JsonTypeInfo actual = Nullable.GetUnderlyingType(type.Type) is { } underlying ? type.Options.GetTypeInfo(underlying) : type;
        if (actual.Converter is IKnownNames names && element.GetString() is { } name && !names.Knows(name))
        {
            drift.Add(new DriftNote(source, DriftKind.UnknownValue, $"{path} '{name}'"));
        }
    }
}
