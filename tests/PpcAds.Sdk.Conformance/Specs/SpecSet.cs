namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>The files in scope.</summary>
internal static class SpecSet
{
    public const string SponsoredProducts = "SponsoredProducts_prod_3p.json";
    public const string Profiles = "Profiles_prod_3p.yaml";
    public const string Reports = "OfflineReport_prod_3p.json";
    public const string Exports = "AmazonAdsAPIExports_prod_3p.json";

    public static IReadOnlyList<string> Files { get; } = [SponsoredProducts, Profiles, Reports, Exports];

    public static IReadOnlyList<SpecDocument> Load(SpecFolder folder) =>
        [.. Files.Select(file => SpecDocument.Load(Path.Combine(folder.Path, file)))];
}
