namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>The files in scope.</summary>
internal static class SpecSet
{
    public const string SponsoredProducts = "SponsoredProducts_prod_3p.json";
    public const string Profiles = "Profiles_prod_3p.yaml";
    public const string Reports = "OfflineReport_prod_3p.json";
    public const string Exports = "AmazonAdsAPIExports_prod_3p.json";

    /// <summary>Of 2022: the newest that Amazon gives away of version 3. Version 4 has no file.</summary>
    public const string SponsoredBrands = "SponsoredBrands_v3_2022.json";

    /// <summary>Of 2022, too: Amazon gives none away that is newer.</summary>
    public const string SponsoredDisplay = "SponsoredDisplay_v3_2022.json";

    public static IReadOnlyList<string> Files { get; } = [SponsoredProducts, Profiles, Reports, Exports, SponsoredBrands, SponsoredDisplay];

    public static IReadOnlyList<SpecDocument> Load(SpecFolder folder) =>
        [.. Files.Select(file => SpecDocument.Load(Path.Combine(folder.Path, file)))];
}
