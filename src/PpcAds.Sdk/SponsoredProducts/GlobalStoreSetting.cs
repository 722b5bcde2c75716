namespace PpcAds.Sdk.SponsoredProducts;

/// <summary>Where a product comes from that is sold across borders.</summary>
/// <param name="CatalogSourceCountryCode">The country of the catalogue, two letters.</param>
public sealed record GlobalStoreSetting(string? CatalogSourceCountryCode);
