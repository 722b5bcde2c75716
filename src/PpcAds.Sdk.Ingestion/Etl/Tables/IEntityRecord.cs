namespace PpcAds.Sdk.Etl;

/// <summary>An entity as it is stored.</summary>
public interface IEntityRecord
{
    /// <summary>Gets the id, unique within type, profile and ad product.</summary>
    long EntityId { get; }

    /// <summary>
    /// Gets the ad product, such as <c>SPONSORED_PRODUCTS</c>; <see langword="null"/> for entities of no product, such as
    /// portfolios.
    /// </summary>
    string? AdProduct => null;
}
