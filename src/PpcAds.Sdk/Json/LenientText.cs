using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PpcAds.Sdk.Json;

internal static class LenientText
{
    /// <summary>Text, also where Amazon sends a number or a boolean in its place.</summary>
    public static string Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number =>
            Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new JsonException($"Text was expected, not {reader.TokenType}."),
    };
}
