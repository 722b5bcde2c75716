using System.Globalization;

namespace PpcAds.Sdk.Reading;

/// <summary>The keys at which a page ended, as one opaque text. For those who implement <see cref="IPpcAdsReader"/>.</summary>
public static class PageToken
{
    /// <summary>Joins keys.</summary>
    public static string Write(params ReadOnlySpan<object> keys)
    {
        var texts = new string[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            texts[i] = keys[i] is DateOnly date
                ? date.ToString("O", CultureInfo.InvariantCulture)
                : Convert.ToString(keys[i], CultureInfo.InvariantCulture) ?? "";
        }

        return string.Join('~', texts);
    }

    /// <summary>Splits what <see cref="Write"/> joined.</summary>
    /// <param name="token">The text; <see langword="null"/> or empty for the first page.</param>
    /// <param name="count">How many keys there must be.</param>
    /// <returns>The keys, or <see langword="null"/> for the first page.</returns>
    /// <exception cref="AmazonAdsValidationException">The text is no token of such a list.</exception>
    public static IReadOnlyList<string>? Read(string? token, int count)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        string[] keys = token.Split('~', count);
        return keys.Length == count
            ? keys
            : throw new AmazonAdsValidationException("The page", [
                new InputProblem("after", token, "is no token of this list; pass what the page before gave as next."),
            ]);
    }
}
