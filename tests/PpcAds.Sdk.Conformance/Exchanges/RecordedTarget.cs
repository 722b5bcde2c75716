namespace PpcAds.Sdk.Conformance.Exchanges;

/// <summary>Which requests are to the API, and what their path is there.</summary>
internal static class RecordedTarget
{
    private static readonly string[] Regions = ["/eu", "/fe"];
    private static readonly string[] Elsewhere = ["/auth/", "/_download/", "/_simulator/"];

    /// <summary>Path and query relative to the region; <see langword="null"/> for what is not the API: tokens, downloads.</summary>
    public static string? From(Uri address)
    {
        string target = WithoutRegion(address.PathAndQuery);
        return Elsewhere.Any(prefix => target.StartsWith(prefix, StringComparison.Ordinal)) ? null : target;
    }

    private static string WithoutRegion(string target)
    {
        string? region = Regions.FirstOrDefault(prefix => target.StartsWith($"{prefix}/", StringComparison.Ordinal));
        return region is null ? target : target[region.Length..];
    }
}
