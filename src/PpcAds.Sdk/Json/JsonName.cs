using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PpcAds.Sdk.Json;

/// <summary>Names of JSON without a string for each: an answer has the same few a thousand times.</summary>
internal static class JsonName
{
    /// <summary>
    /// The size of a buffer that <see cref="Of(JsonProperty, Span{char})"/> and <see cref="Of(JsonElement, Span{char})"/> want.
    /// </summary>
    public const int Size = 128;

    /// <summary>The name of a member, in a buffer where it fits and has no escapes.</summary>
    public static ReadOnlySpan<char> Of(JsonProperty member, Span<char> buffer) =>
        TryDecode(JsonMarshal.GetRawUtf8PropertyName(member), buffer, out int length) ? buffer[..length] : member.Name;

    /// <summary>The text of a JSON string, in a buffer where it fits and has no escapes.</summary>
    public static ReadOnlySpan<char> Of(JsonElement text, Span<char> buffer) =>
        TryDecode(JsonMarshal.GetRawUtf8Value(text)[1..^1], buffer, out int length) ? buffer[..length] : text.GetString();

    private static bool TryDecode(ReadOnlySpan<byte> raw, Span<char> buffer, out int length)
    {
        length = 0;
        return !raw.Contains((byte)'\\') && Encoding.UTF8.TryGetChars(raw, buffer, out length);
    }
}
