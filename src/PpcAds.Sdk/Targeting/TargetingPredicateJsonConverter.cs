using System.Text.Json;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Json;

namespace PpcAds.Sdk;

/// <summary>
/// Reads a predicate of any product: its value is a text, a list of predicates or absent, and some are a bare text.
/// </summary>
public sealed class TargetingPredicateJsonConverter : JsonConverter<TargetingPredicate>
{
    /// <inheritdoc/>
    public override TargetingPredicate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new TargetingPredicate { Type = "", Value = LenientText.Read(ref reader) };
        }

        string type = "";
        string? value = null;
        string? eventType = null;
        List<TargetingPredicate>? values = null;
        Dictionary<string, JsonElement>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "type":
                    type = AmazonCase.ToUpper(Text(ref reader) ?? "");
                    break;
                case "value" when reader.TokenType == JsonTokenType.StartArray:
                    values = [];
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        values.Add(Read(ref reader, typeToConvert, options));
                    }

                    break;
                case "value" when reader.TokenType != JsonTokenType.StartObject:
                    value = Text(ref reader);
                    break;
                case "eventType":
                    eventType = Text(ref reader);
                    break;
                default:
                    others ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                    others[name] = JsonElement.ParseValue(ref reader);
                    break;
            }
        }

        return new TargetingPredicate
        {
            Type = type,
            Value = value,
            Values = values,
            EventType = eventType,
            AdditionalMembers = others,
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TargetingPredicate value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value.Type);
        if (value.Value is not null)
        {
            writer.WriteString("value", value.Value);
        }

        if (value.Values is { } inner)
        {
            writer.WriteStartArray("value");
            foreach (TargetingPredicate predicate in inner)
            {
                Write(writer, predicate, options);
            }

            writer.WriteEndArray();
        }

        if (value.EventType is not null)
        {
            writer.WriteString("eventType", value.EventType);
        }

        foreach ((string name, JsonElement other) in value.AdditionalMembers ?? new Dictionary<string, JsonElement>())
        {
            writer.WritePropertyName(name);
            other.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : LenientText.Read(ref reader);
}
