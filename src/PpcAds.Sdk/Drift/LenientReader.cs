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

    public ListItems<T> Read<T>(JsonElement array, JsonTypeInfo<IReadOnlyList<T>> arrayType)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("A list of entities was expected.");
        }

        JsonTypeInfo strict = arrayType.Options.GetTypeInfo(typeof(T));
        JsonTypeInfo<T> lenient = drift.Types.Of<T>(arrayType.Options);
        var entities = new List<T>(array.GetArrayLength());
        List<string>? raw = drift.KeepsRaw ? [] : null;
        foreach (JsonElement element in array.EnumerateArray())
        {
            if (Read(element, strict, lenient) is { } entity)
            {
                entities.Add(entity);
                raw?.Add(element.GetRawText());
            }
        }

        return new ListItems<T>(entities, array.GetArrayLength(), raw);
    }

    /// <summary>Reads one object; default when there is none.</summary>
    public T? Read<T>(JsonElement element, JsonTypeInfo<T> type) => Read(element, type, drift.Types.Of<T>(type.Options));

    private T? Read<T>(JsonElement element, JsonTypeInfo strict, JsonTypeInfo<T> lenient)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            drift.Add(new DriftNote(source, DriftKind.WithoutId, "$"));
            return default;
        }

        _inspector.Inspect(element, strict);
        return ReadOne(element, lenient);
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
                pruned ??= JsonPaths.ToNode(element);
                if (pruned is null || !JsonPaths.Remove(pruned, path))
                {
                    break;
                }
            }
            catch (Exception exception) when (IsOfConverter(exception))
            {
                break;
            }
        }

        return ReadMembers(element, type);
    }

    /// <summary>Where no path names what cannot be read: each member by itself, and what can be read of them.</summary>
    private T? ReadMembers<T>(JsonElement element, JsonTypeInfo<T> type)
    {
        var readable = new JsonObject();
        foreach (JsonProperty member in element.EnumerateObject())
        {
            var alone = new JsonObject { [member.Name] = JsonPaths.ToNode(member.Value) };
            if (IsReadable(alone, type))
            {
                readable[member.Name] = JsonPaths.ToNode(member.Value);
            }
            else
            {
                drift.Add(new DriftNote(source, DriftKind.ChangedType, $"$.{member.Name}"));
            }
        }

        if (IsReadable(readable, type))
        {
            return readable.Deserialize(type);
        }

        drift.Add(new DriftNote(source, DriftKind.WithoutId, "$"));
        return default;
    }

    private static bool IsReadable<T>(JsonObject entity, JsonTypeInfo<T> type)
    {
        try
        {
            entity.Deserialize(type);
            return true;
        }
        catch (Exception exception) when (exception is JsonException || IsOfConverter(exception))
        {
            return false;
        }
    }

    /// <summary>Converters of the runtime throw these for values out of their range, now and then without a path.</summary>
    private static bool IsOfConverter(Exception exception) =>
        exception is FormatException or InvalidOperationException or OverflowException or ArgumentException;
}
