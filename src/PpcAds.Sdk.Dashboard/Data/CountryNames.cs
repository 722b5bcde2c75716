using System.Globalization;

namespace PpcAds.Sdk.Dashboard.Data;

/// <summary>Countries of marketplaces in words.</summary>
internal static class CountryNames
{
    public static string? Of(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        try
        {
            return new RegionInfo(code == "UK" ? "GB" : code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }

    /// <summary>The city of a time zone, such as <c>Los Angeles</c>.</summary>
    public static string? CityOf(string? timeZone) => timeZone?.Split('/')[^1].Replace('_', ' ');
}
