using System.Collections.Frozen;
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

    private static readonly FrozenDictionary<string, Dataset> ById =
        new[] { SpCampaign, SpAdGroup, SpTarget }.ToFrozenDictionary(dataset => dataset.Id, StringComparer.Ordinal);

    /// <summary>All datasets, by name.</summary>
    public static IReadOnlyList<Dataset> All { get; } = [.. ById.Values.OrderBy(dataset => dataset.Id, StringComparer.Ordinal)];

    /// <summary>Finds a dataset by its name.</summary>
    /// <returns>The dataset, or <see langword="null"/> when there is none of that name.</returns>
    public static Dataset? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Finds a dataset by its name.</summary>
    /// <exception cref="AmazonAdsValidationException">There is none of that name.</exception>
    public static Dataset Get(string id) => Find(id) ?? throw new AmazonAdsValidationException("The dataset", [
        new InputProblem("dataset", id, "is not known.") { AllowedValues = [.. All.Select(dataset => dataset.Id)] },
    ]);
}
