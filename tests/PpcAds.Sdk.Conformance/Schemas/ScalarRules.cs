using System.Text.Json;
using System.Text.RegularExpressions;

namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>What a schema says about texts and numbers.</summary>
internal static class ScalarRules
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The names of the rules that a text breaks.</summary>
    public static IEnumerable<string> BrokenByText(JsonElement schema, string text)
    {
        int length = text.EnumerateRunes().Count();
        if (length < schema.Whole("minLength"))
        {
            yield return Rules.MinLength;
        }

        if (length > schema.Whole("maxLength"))
        {
            yield return Rules.MaxLength;
        }

        if (schema.Text("pattern") is { } pattern
            && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTimeout))
        {
            yield return Rules.Pattern;
        }
    }

    /// <summary>The names of the rules that a number breaks.</summary>
    public static IEnumerable<string> BrokenByNumber(JsonElement schema, JsonElement value)
    {
        double number = value.GetDouble();
        if (Bound(schema, "minimum") is { } low && (number < low || (number == low && schema.Flag("exclusiveMinimum"))))
        {
            yield return Rules.Minimum;
        }

        if (Bound(schema, "maximum") is { } high && (number > high || (number == high && schema.Flag("exclusiveMaximum"))))
        {
            yield return Rules.Maximum;
        }

        if (schema.TryGetProperty("multipleOf", out JsonElement step) && value.GetDecimal() % step.GetDecimal() != 0)
        {
            yield return Rules.MultipleOf;
        }
    }

    private static double? Bound(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement bound) ? bound.GetDouble() : null;
}
