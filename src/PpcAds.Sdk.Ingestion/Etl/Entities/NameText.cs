namespace PpcAds.Sdk.Etl;

internal static class NameText
{
    /// <summary>A name of an open set as it is stored: null when Amazon left it out.</summary>
    public static string? OrNull(this string name) => name.Length == 0 ? null : name;
}
