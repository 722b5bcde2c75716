using System.Collections.Frozen;
using PpcAds.Sdk.Etl.SponsoredBrands;
using PpcAds.Sdk.Etl.SponsoredDisplay;
using PpcAds.Sdk.Etl.SponsoredProducts;

namespace PpcAds.Sdk.Etl;

/// <summary>The datasets that the SDK loads.</summary>
public static class Datasets
{
    /// <summary>Sponsored Products by campaign and day.</summary>
    public static Dataset SpCampaign { get; } = new(SponsoredProductsDatasets.Campaign);

    /// <summary>Sponsored Products by ad group and day.</summary>
    public static Dataset SpAdGroup { get; } = new(SponsoredProductsDatasets.AdGroup);

    /// <summary>Sponsored Products by keyword or other target and day.</summary>
    public static Dataset SpTarget { get; } = new(SponsoredProductsDatasets.Target);

    /// <summary>Sponsored Products by campaign, placement and day.</summary>
    public static Dataset SpPlacement { get; } = new(SponsoredProductsDatasets.Placement);

    /// <summary>Sponsored Products by what was searched for, target and day.</summary>
    public static Dataset SpSearchTerm { get; } = new(SponsoredProductsDatasets.SearchTerm);

    /// <summary>Sponsored Products by advertised product and day.</summary>
    public static Dataset SpAdvertisedProduct { get; } = new(SponsoredProductsDatasets.AdvertisedProduct);

    /// <summary>Sponsored Products by product that was bought and day: sales only.</summary>
    public static Dataset SpPurchasedProduct { get; } = new(SponsoredProductsDatasets.PurchasedProduct);

    /// <summary>Sponsored Brands by campaign and day.</summary>
    public static Dataset SbCampaign { get; } = new(SponsoredBrandsDatasets.Campaign);

    /// <summary>Sponsored Brands by ad group and day.</summary>
    public static Dataset SbAdGroup { get; } = new(SponsoredBrandsDatasets.AdGroup);

    /// <summary>Sponsored Brands by campaign, placement and day.</summary>
    public static Dataset SbPlacement { get; } = new(SponsoredBrandsDatasets.Placement);

    /// <summary>Sponsored Brands by keyword or other target and day.</summary>
    public static Dataset SbTarget { get; } = new(SponsoredBrandsDatasets.Target);

    /// <summary>Sponsored Brands by what was searched for and day.</summary>
    public static Dataset SbSearchTerm { get; } = new(SponsoredBrandsDatasets.SearchTerm);

    /// <summary>Sponsored Brands by ad and day.</summary>
    public static Dataset SbAd { get; } = new(SponsoredBrandsDatasets.Ad);

    /// <summary>Sponsored Brands by product that was bought and day: sales only, kept by Amazon for two years.</summary>
    public static Dataset SbPurchasedProduct { get; } = new(SponsoredBrandsDatasets.PurchasedProduct);

    /// <summary>Sponsored Display by campaign and day.</summary>
    public static Dataset SdCampaign { get; } = new(SponsoredDisplayDatasets.Campaign);

    /// <summary>Sponsored Display by ad group and day.</summary>
    public static Dataset SdAdGroup { get; } = new(SponsoredDisplayDatasets.AdGroup);

    /// <summary>Sponsored Display by target and day, with what Amazon could not place lower.</summary>
    public static Dataset SdTarget { get; } = new(SponsoredDisplayDatasets.Target);

    /// <summary>Sponsored Display by advertised product and day.</summary>
    public static Dataset SdAdvertisedProduct { get; } = new(SponsoredDisplayDatasets.AdvertisedProduct);

    /// <summary>
    /// Sponsored Display by product of the brand that was bought besides the advertised one, and day: sales only.
    /// </summary>
    public static Dataset SdPurchasedProduct { get; } = new(SponsoredDisplayDatasets.PurchasedProduct);

    private static readonly FrozenDictionary<string, Dataset> ById =
        new[]
        {
            SpCampaign, SpAdGroup, SpTarget, SpPlacement, SpSearchTerm, SpAdvertisedProduct, SpPurchasedProduct,
            SbCampaign, SbAdGroup, SbPlacement, SbTarget, SbSearchTerm, SbAd, SbPurchasedProduct,
            SdCampaign, SdAdGroup, SdTarget, SdAdvertisedProduct, SdPurchasedProduct,
        }.ToFrozenDictionary(dataset => dataset.Id, StringComparer.Ordinal);

    /// <summary>All datasets, by name.</summary>
    public static IReadOnlyList<Dataset> All { get; } = [.. ById.Values.OrderBy(dataset => dataset.Id, StringComparer.Ordinal)];

    /// <summary>Finds a dataset by its name.</summary>
    /// <returns>The dataset, or <see langword="null"/> when there is none of that name.</returns>
    public static Dataset? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Finds a dataset by its name.</summary>
    /// <exception cref="PpcAdsValidationException">There is none of that name.</exception>
    public static Dataset Get(string id) => Find(id) ?? throw new PpcAdsValidationException("The dataset", [
        new InputProblem("dataset", id, "is not known.") { AllowedValues = [.. All.Select(dataset => dataset.Id)] },
    ]);
}
