using System.Globalization;
using System.Text.Json;

namespace PpcAds.Sdk.AspNetCore.Access;

/// <summary>Values as they stand in JSON: ids as strings, since JavaScript rounds large numbers; names in snake case.</summary>
internal static class Ids
{
    /// <summary>What the address's part for an account is, in the OpenAPI document.</summary>
    public const string AccountText = "The account's number.";

    /// <summary>What the address's part for a run is, in the OpenAPI document.</summary>
    public const string RunText = "The run's number.";

    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static string? Of(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads digits alone; the framework also reads a number with U+0000 behind it.</summary>
    public static bool TryParse(string text, out long id)
    {
        id = 0;
        return text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }

    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static string[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(NameOf)];
}
