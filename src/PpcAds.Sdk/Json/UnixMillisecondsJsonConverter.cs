using System.Text.Json;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.Json;

/// <summary>Reads an instant that Amazon sends as milliseconds since 1970; 0 stands for none.</summary>
internal sealed class UnixMillisecondsJsonConverter : JsonConverter<DateTimeOffset?>
{
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out decimal milliseconds) || milliseconds < 0
            || milliseconds > Latest)
        {
            throw new JsonException("Milliseconds since 1970 were expected, as a number.");
        }

        return milliseconds == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value?.ToUnixTimeMilliseconds() ?? 0);
}
