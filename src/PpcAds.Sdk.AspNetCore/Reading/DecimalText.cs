using System.Globalization;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Money as text, which no client rounds: JavaScript reads JSON numbers as doubles.</summary>
internal static class DecimalText
{
    /// <summary>Without the zeros that a database's scale adds: 12, not 12.000000.</summary>
    public static decimal Shorten(decimal value) => value / 1.000000000000000000000000000000000m;

    public static string Of(decimal value) => Shorten(value).ToString(CultureInfo.InvariantCulture);

    public static string? Of(decimal? value) => value is { } known ? Of(known) : null;
}
