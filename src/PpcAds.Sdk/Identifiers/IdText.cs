using System.Globalization;

namespace PpcAds.Sdk;

/// <summary>Reads ids from text: one rule for all of them.</summary>
internal static class IdText
{
    /// <summary>
    /// Reads decimal digits with an optional sign; white space, separators and U+0000, which the framework accepts at the end,
    /// are refused.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        return !text.Contains('\0')
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads an id of Amazon's.</summary>
    public static bool TryParse<TId>(ReadOnlySpan<char> text, out TId id)
        where TId : struct, IAmazonId<TId>
    {
        bool isId = TryParse(text, out long value);
        id = TId.FromInt64(value);
        return isId;
    }

    /// <summary>Reads an id of Amazon's.</summary>
    /// <exception cref="FormatException">The text is not a 64-bit integer.</exception>
    public static TId Parse<TId>(ReadOnlySpan<char> text)
        where TId : struct, IAmazonId<TId> =>
        TryParse(text, out TId id) ? id : throw Error(typeof(TId).Name, "a 64-bit integer");

    /// <summary>Reads a number above 0 that is written in digits alone.</summary>
    public static bool TryParsePositive(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        return !text.ContainsAnyExceptInRange('0', '9') && TryParse(text, out value) && value > 0;
    }

    public static FormatException Error(string name, string expected) => new($"A {name} must be {expected}, in decimal digits.");
}
