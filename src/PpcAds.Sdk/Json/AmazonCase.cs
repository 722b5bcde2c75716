using System.Text;

namespace PpcAds.Sdk.Json;

/// <summary>
/// Amazon writes the same names in capitals in its newer APIs and in camel case in its older ones (<c>negativeExact</c>). The SDK
/// has one form, the newer, so that a state or a match type compares alike whichever product it is of.
/// </summary>
internal static class AmazonCase
{
    /// <summary><c>asinSameAs</c> as <c>ASIN_SAME_AS</c>; what has no lower-case letter stays as it is.</summary>
    public static string ToUpper(string text)
    {
        if (!text.Any(char.IsAsciiLetterLower))
        {
            return text;
        }

        var upper = new StringBuilder(text.Length + 4);
        for (int i = 0; i < text.Length; i++)
        {
            if (i > 0
                && char.IsAsciiLetterUpper(text[i])
                && (char.IsAsciiLetterLower(text[i - 1]) || char.IsAsciiDigit(text[i - 1])))
            {
                upper.Append('_');
            }

            upper.Append(char.ToUpperInvariant(text[i]));
        }

        return upper.ToString();
    }

    /// <summary><c>NEGATIVE_EXACT</c> as <c>negativeExact</c>.</summary>
    public static string ToCamel(string text)
    {
        if (text.Any(char.IsAsciiLetterLower))
        {
            return text;
        }

        var camel = new StringBuilder(text.Length);
        bool capital = false;
        foreach (char letter in text)
        {
            if (letter == '_')
            {
                capital = true;
                continue;
            }

            camel.Append(capital ? letter : char.ToLowerInvariant(letter));
            capital = false;
        }

        return camel.ToString();
    }
}
