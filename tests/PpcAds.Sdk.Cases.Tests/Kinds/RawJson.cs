using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PpcAds.Sdk.Cases.Tests.Kinds;

/// <summary>A reader of JSON text that knows nothing of the SDK's: strings with what no database holds, and what may stand for it.</summary>
internal static class RawJson
{
    /// <summary>The forms in which a JSON string may be stored: U+0000 left out or as U+FFFD, half a pair as U+FFFD.</summary>
    public static IReadOnlyList<string> Readings(JsonElement text)
    {
        string decoded = Decode(text.GetRawText()[1..^1]);
        string whole = WithoutHalves(decoded);
        return [.. new[] { whole.Replace("\0", "", StringComparison.Ordinal), whole.Replace('\0', '\uFFFD') }.Distinct()];
    }

    /// <summary>Whether a string holds what no database can.</summary>
    public static bool IsOdd(JsonElement text)
    {
        string decoded = Decode(text.GetRawText()[1..^1]);
        return decoded.Contains('\0', StringComparison.Ordinal) || WithoutHalves(decoded) != decoded;
    }

    /// <summary>All strings within an element.</summary>
    public static IEnumerable<JsonElement> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    private static string Decode(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            char escape = raw[++at];
            if (escape == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => escape });
            }
        }

        return text.ToString();
    }

    private static string WithoutHalves(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
