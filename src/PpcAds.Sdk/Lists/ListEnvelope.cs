using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PpcAds.Sdk.Drift;
using PpcAds.Sdk.Http;
using PpcAds.Sdk.Paging;

namespace PpcAds.Sdk.Lists;

/// <summary>Reads the answers of list calls: they differ only in what they call the entities and their number.</summary>
internal static class ListEnvelope
{
    public static Page<T> Read<T>(AdsResponse response, TokenList list, JsonTypeInfo<IReadOnlyList<T>> arrayType, SchemaDrift? drift)
    {
        IReadOnlyList<T>? entities = null;
        string? nextToken = null;
        long? total = null;
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
                    entities = ReadArray(ref reader, list.Operation.Name, arrayType, drift);
                }
                else if (name == "nextToken" && reader.TokenType != JsonTokenType.Null)
                {
                    nextToken = reader.GetString();
                }
                else if (name == list.TotalName && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number))
                {
                    total = number;
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
        nextToken = string.IsNullOrEmpty(nextToken) ? null : nextToken;

        // The schema lets the array be absent, but only an answer that says that there is nothing may lack it: a renamed member must not
        // look like no data.
        bool saysEmpty = total == 0 && nextToken is null;
        return new Page<T>(entities ?? (saysEmpty ? [] : throw response.Unexpected($"{list.ArrayName} is missing.")), nextToken, total);
    }

    /// <summary>Reads an answer that is a bare array.</summary>
    public static IReadOnlyList<T> ReadArray<T>(AdsResponse response, string source, JsonTypeInfo<IReadOnlyList<T>> arrayType, SchemaDrift? drift)
    {
        IReadOnlyList<T>? entities = null;
        response.Read((ref Utf8JsonReader reader) =>
        {
            reader.Read();
            entities = ReadArray(ref reader, source, arrayType, drift);
        });
        return entities ?? throw response.Unexpected("the answer is the JSON literal null");
    }

    private static IReadOnlyList<T>? ReadArray<T>(
        ref Utf8JsonReader reader, string source, JsonTypeInfo<IReadOnlyList<T>> arrayType, SchemaDrift? drift)
    {
        if (drift is null || reader.TokenType == JsonTokenType.Null)
        {
            return JsonSerializer.Deserialize(ref reader, arrayType);
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return new LenientReader(drift, source).Read(document.RootElement, arrayType);
    }
}
