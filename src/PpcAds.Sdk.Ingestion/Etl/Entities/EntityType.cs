namespace PpcAds.Sdk.Etl;

/// <summary>A kind of entities that a sync brings in: from which list, into which table.</summary>
internal abstract class EntityType(string id, string? adProduct)
{
    /// <summary>The name in options, steps and issues, such as <c>sp.keywords</c>.</summary>
    public string Id { get; } = id;

    /// <summary>The ad product, such as <c>SPONSORED_PRODUCTS</c>; <see langword="null"/> for what all have in common.</summary>
    public string? AdProduct { get; } = adProduct;

    /// <summary>
    /// Why Amazon never has such entities for a profile, by a rule that is known beforehand; <see langword="null"/> when it may.
    /// </summary>
    public Func<ProfileRecord, string?> SkipReason { get; init; } = _ => null;

    /// <summary>The table.</summary>
    public abstract EntityTable Table { get; }

    /// <summary>Lists the entities of a profile and loads them, page by page.</summary>
    public abstract Task<LoadResult> LoadAsync(EntityLoad load, CancellationToken cancellationToken);
}
