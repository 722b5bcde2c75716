using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PpcAds.Sdk.Testing;

/// <summary>Looks for secrets in whatever outlives a process, in every form that they may have taken on the way there.</summary>
public static class SecretSearch
{
    /// <summary>The forms that were found, by name and by secret; none is what one hopes for.</summary>
    public static IReadOnlyList<string> Find(byte[] text, IEnumerable<string> secrets) =>
    [
        .. from secret in secrets
           from form in FormsOf(secret)
           where text.AsSpan().IndexOf(form.Bytes) >= 0
           select $"{secret}, {form.Name}",
    ];

    private static IEnumerable<(string Name, byte[] Bytes)> FormsOf(string secret)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(secret);
        yield return ("raw", bytes);
        yield return ("raw in UTF-16", Encoding.Unicode.GetBytes(secret));
        yield return ("hex in capitals", Ascii(Convert.ToHexString(bytes)));
        yield return ("hex", Ascii(Convert.ToHexStringLower(bytes)));
        yield return ("URL-encoded", Ascii(Uri.EscapeDataString(secret)));
        yield return ("URL-encoded, small letters", Ascii(SmallEscapes(Uri.EscapeDataString(secret))));
        yield return ("form-encoded", Ascii(WebUtility.UrlEncode(secret)));
        yield return ("form-encoded, small letters", Ascii(SmallEscapes(WebUtility.UrlEncode(secret))));
        yield return ("JSON", Ascii(JsonEncodedText.Encode(secret).ToString()));
        for (int offset = 0; offset < 3; offset++)
        {
            yield return ($"base64 at {offset}", Ascii(Middle(Convert.ToBase64String(Shifted(bytes, offset)), bytes.Length, offset)));
            yield return ($"base64url at {offset}", Ascii(Middle(Base64Url.EncodeToString(Shifted(bytes, offset)), bytes.Length, offset)));
        }
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Shifted(byte[] bytes, int offset) => [.. new byte[offset], .. bytes];

    /// <summary>The characters that the secret alone decides, whatever stands before and after it.</summary>
    private static string Middle(string base64, int length, int offset) => base64[(((offset * 8) + 5) / 6)..((offset + length) * 8 / 6)];

    private static string SmallEscapes(string text)
    {
        char[] letters = text.ToCharArray();
        for (int i = 0; i + 2 < letters.Length; i++)
        {
            if (letters[i] == '%')
            {
                letters[i + 1] = char.ToLowerInvariant(letters[i + 1]);
                letters[i + 2] = char.ToLowerInvariant(letters[i + 2]);
            }
        }

        return new string(letters);
    }
}
