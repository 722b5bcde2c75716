using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace PpcAds.Sdk.Drift;

/// <summary>Reads the entities of one answer whatever they look like: what cannot be read is null, and noted.</summary>
internal sealed class LenientReader(SchemaDrift drift, string source)
{
    // Each try takes one member away; an entity that is all wrong is not worth more.
    private const int MaxTries = 12;

    private readonly SchemaInspector _inspector = new(drift, source);

    public IReadOnlyList<T> Read<T>(JsonElement array, JsonTypeInfo<IReadOnlyList<T>> arrayType)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("A list of entities was expected.");
        }

        JsonTypeInfo strict = arrayType.Options.GetTypeInfo(typeof(T));
        JsonTypeInfo<T> lenient = drift.Types.Of<T>(arrayType.Options);
        var entities = new List<T>(array.GetArrayLength());
        foreach (JsonElement element in array.EnumerateArray())
        {
            _inspector.Inspect(element, strict, "$");
            if (ReadOne(element, lenient) is { } entity)
            {
                entities.Add(entity);
            }
        }

        return entities;
    }

    private T? ReadOne<T>(JsonElement element, JsonTypeInfo<T> type)
    {
        JsonNode? pruned = null;
        for (int attempt = 0; attempt < MaxTries; attempt++)
        {
            try
            {
                return pruned is null ? element.Deserialize(type) : pruned.Deserialize(type);
            }
            catch (JsonException exception)
            {
                string path = exception.Path ?? "$";
                drift.Add(new DriftNote(source, DriftKind.ChangedType, JsonPaths.WithoutIndexes(path)));
                pruned ??= JsonNode.Parse(element.GetRawText());
                if (pruned is null || !JsonPaths.Remove(pruned, path))
                {
                    break;
                }
            }
        }

        return default;
    }
}
