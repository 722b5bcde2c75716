using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>
/// Reads an id from a JSON number or a string (Amazon sends both); writes a string, as Amazon's filters want it.
/// </summary>
internal sealed class AmazonIdJsonConverter<TId> : JsonConverter<TId>
    where TId : struct, IAmazonId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number))
        {
            return TId.FromInt64(number);
        }

        if (reader.TokenType == JsonTokenType.String
            && long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed))
        {
            return TId.FromInt64(parsed);
        }

        throw new JsonException($"A {typeof(TId).Name} must be a 64-bit integer, as a JSON number or a string.");
    }

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(value.Value, text, out int length);
        writer.WriteStringValue(text[..length]);
    }
}
