using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk;

/// <summary>
/// Reads an expression where Amazon may send a bare text in place of the list, as Sponsored Display does for retired audiences.
/// </summary>
internal sealed class TargetingExpressionJsonConverter : JsonConverter<IReadOnlyList<TargetingPredicate>>
{
    private static readonly TargetingPredicateJsonConverter Element = new();

    public override IReadOnlyList<TargetingPredicate> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            throw new JsonException("A list of predicates, or a text, was expected.");
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return [Element.Read(ref reader, typeof(TargetingPredicate), options)];
        }

        var expression = new List<TargetingPredicate>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            expression.Add(Element.Read(ref reader, typeof(TargetingPredicate), options));
        }

        return expression;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TargetingPredicate> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (TargetingPredicate predicate in value)
        {
            Element.Write(writer, predicate, options);
        }

        writer.WriteEndArray();
    }
}
