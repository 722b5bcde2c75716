using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Json;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Lists;

/// <summary>Reads the answers of list calls: they differ only in what they call the entities and their number.</summary>
internal static class ListEnvelope
{
    public static Page<T> Read<T>(
        AdsResponse response, TokenList list, JsonTypeInfo<IReadOnlyList<T>> arrayType, SchemaDrift? drift)
    {
        ListItems<T>? items = null;
        string? nextToken = null;
        long? total = null;
        string? defect = null;
        response.Read((ref Utf8JsonReader reader) =>
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("An object was expected.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                if (name == list.ArrayName)
                {
                    items = ReadArray(ref reader, list.Operation.Name, arrayType, drift);
                }
                else if (name == "nextToken" && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                {
                    nextToken = LenientText.Read(ref reader);
                }
                else if (name == list.TotalName
                    && reader.TokenType == JsonTokenType.Number
                    && reader.TryGetInt64(out long number))
                {
                    total = number;
                }
                else if (name == "nextToken" && reader.TokenType != JsonTokenType.Null)
                {
                    defect = $"its nextToken is a JSON {JsonTokenText.Of(reader.TokenType)}";
                    reader.Skip();
                }
                else
                {
                    reader.Skip();
                }
            }

            while (reader.Read())
            {
                // Whatever follows the object makes the reader throw.
            }
        });
        NoteUnstorable(response, list.Operation.Name, drift);
        nextToken = string.IsNullOrEmpty(nextToken) ? null : nextToken;

        // The schema lets the array be absent, but only an answer that says that there is nothing may lack it: a renamed member
        // must not look like no data.
        bool saysEmpty = total == 0 && nextToken is null;
        items ??= saysEmpty ? new ListItems<T>([], 0, null) : throw response.Unexpected($"{list.ArrayName} is missing.");
        return new Page<T>(items.Entities, nextToken, total) { Raw = items.Raw, Defect = defect };
    }

    /// <summary>Reads an answer that is a bare array.</summary>
    public static ListItems<T> ReadArray<T>(
        AdsResponse response, string source, JsonTypeInfo<IReadOnlyList<T>> arrayType, SchemaDrift? drift)
    {
        ListItems<T>? items = null;
        response.Read((ref Utf8JsonReader reader) =>
        {
            reader.Read();
            items = ReadArray(ref reader, source, arrayType, drift);
        });
        NoteUnstorable(response, source, drift);
        return items ?? throw response.Unexpected("the answer is the JSON literal null");
    }

    private static void NoteUnstorable(AdsResponse response, string source, SchemaDrift? drift)
    {
        if (drift is not null && response.HadUnstorableText)
        {
            drift.Add(new DriftNote(source, DriftKind.UnstorableText, "$"));
        }
    }

    private static ListItems<T>? ReadArray<T>(
        ref Utf8JsonReader reader, string source, JsonTypeInfo<IReadOnlyList<T>> arrayType, SchemaDrift? drift)
    {
        if (drift is null || reader.TokenType == JsonTokenType.Null)
        {
            // Nothing may stand in the place of an entity: a caller's loop would meet null.
            return JsonSerializer.Deserialize(ref reader, arrayType) is not { } entities ? null
                : entities.Any(entity => entity is null) ? throw new JsonException("An entity is null.")
                : new ListItems<T>(entities, entities.Count, null);
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return new LenientReader(drift, source).Read(document.RootElement, arrayType);
    }
}
