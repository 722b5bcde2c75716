namespace PpcAds.Sdk.Conformance.Schemas;

/// <summary>Builds JSON pointers.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string name)
    {
        string escaped = name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        return $"{pointer}/{escaped}";
    }

    public static string Append(string pointer, int index) => $"{pointer}/{index}";
}
