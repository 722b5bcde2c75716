using System.Net.Http.Headers;

namespace PpcAds.Sdk.Conformance.Exchanges;

/// <summary>Headers as text, found by name in any case.</summary>
internal static class Headers
{
    public static IReadOnlyDictionary<string, string> None { get; } = Of([]);

    public static IReadOnlyDictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>> headers) =>
        new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of a message and its content, unparsed: what was written, not what it was taken for.</summary>
    public static IReadOnlyDictionary<string, string> Of(HttpHeaders message, HttpContent? content)
    {
        IEnumerable<KeyValuePair<string, string>> all = Raw(message);
        return Of(content is null ? all : all.Concat(Raw(content.Headers)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Raw(HttpHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            yield return new KeyValuePair<string, string>(name, values.ToString());
        }
    }
}
