using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>The formats that Amazon's files use, in whatever case they write them.</summary>
internal static partial class Formats
{
    private static readonly Dictionary<string, Func<JsonElement, bool>> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["int32"] = value => OfKind(value, JsonValueKind.Number, () => value.TryGetInt32(out _)),
        ["int64"] = value => OfKind(value, JsonValueKind.Number, () => value.TryGetInt64(out _)),
        ["integer"] = value => OfKind(value, JsonValueKind.Number, () => TypeRules.IsWhole(value)),
        ["float"] = value => OfKind(value, JsonValueKind.Number, () => float.IsFinite(value.GetSingle())),
        ["double"] = value => OfKind(value, JsonValueKind.Number, () => double.IsFinite(value.GetDouble())),
        ["date"] = value => OfText(value, IsDate),
        ["date-time"] = value => OfText(value, IsDateTime),
        ["binary"] = _ => true,
        ["uri"] = value => OfText(value, text => Uri.TryCreate(text, UriKind.Absolute, out _)),
    };

    public static bool IsKnown(string format) => Known.ContainsKey(format);

    /// <summary>Whether a value has a format; a format says nothing about values of another type.</summary>
    public static bool Holds(JsonElement value, string format) => !Known.TryGetValue(format, out var rule) || rule(value);

    private static bool OfKind(JsonElement value, JsonValueKind kind, Func<bool> rule) => value.ValueKind != kind || rule();

    private static bool OfText(JsonElement value, Func<string, bool> rule) =>
        value.ValueKind != JsonValueKind.String || rule(value.GetString()!);

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string text) =>
        Rfc3339().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Rfc3339();
}
