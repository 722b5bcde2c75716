using System.Collections.Frozen;
using PpcAds.Sdk.Etl.Portfolios;
using PpcAds.Sdk.Etl.SponsoredBrands;
using PpcAds.Sdk.Etl.SponsoredDisplay;
using PpcAds.Sdk.Etl.SponsoredProducts;

namespace PpcAds.Sdk.Etl;

/// <summary>The kinds of entities that a sync brings in, parents before children.</summary>
internal static class EntityCatalogue
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<EntityType> All { get; } =
    [
        .. PortfolioEntities.All,
        .. SponsoredProductsEntities.All,
        .. SponsoredBrandsEntities.All,
        .. SponsoredDisplayEntities.All,
    ];

    private static readonly FrozenDictionary<string, EntityType> ById = All.ToFrozenDictionary(
        type => type.Id, StringComparer.Ordinal);

    public static EntityType? Find(string id) => ById.GetValueOrDefault(id);
}
