using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.Reading;

/// <summary>The keys at which a page ended, as one opaque text. For those who implement <see cref="IPpcAdsReader"/>.</summary>
[Experimental(Experimentals.StoreMakers)]
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

    /// <summary>Joins the keys of an entity: those of <see cref="EntityTable.KeyColumns"/>.</summary>
    /// <param name="table">The table of such entities.</param>
    /// <param name="profileId">The profile.</param>
    /// <param name="entity">The entity.</param>
    public static string Write(EntityTable table, ProfileId profileId, IEntityRecord entity)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(entity);
        ReadOnlySpan<object> keys = [profileId, entity.EntityId, entity.AdProduct ?? ""];
        return Write(keys[..table.KeyColumns.Count]);
    }

    /// <summary>Splits what <see cref="Write(ReadOnlySpan{object})"/> joined.</summary>
    /// <param name="token">The text; <see langword="null"/> or empty for the first page.</param>
    /// <param name="count">How many keys there must be.</param>
    /// <returns>The keys, or <see langword="null"/> for the first page.</returns>
    /// <exception cref="PpcAdsValidationException">The text is no token of such a list.</exception>
    public static IReadOnlyList<string>? Read(string? token, int count)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        // No key has U+0000, which no database holds in a text.
        string[] keys = token.Split('~', count);
        return keys.Length == count && !token.Contains('\0', StringComparison.Ordinal) ? keys : throw Wrong(token);
    }

    /// <summary>A key that is a number.</summary>
    /// <exception cref="PpcAdsValidationException">It is none.</exception>
    public static long ReadNumber(string key) =>
        long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw Wrong(key);

    /// <summary>A key that is a day.</summary>
    /// <exception cref="PpcAdsValidationException">It is none.</exception>
    public static DateOnly ReadDate(string key) =>
        DateOnly.TryParseExact(key, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value)
            ? value
            : throw Wrong(key);

    /// <summary>Makes the exception for a text that is no token of a list.</summary>
    /// <param name="token">The text.</param>
    public static PpcAdsValidationException Wrong(string token) => new("The page", [
        new InputProblem("after", token, "is no token of this list; pass what the page before gave as next."),
    ]);
}
