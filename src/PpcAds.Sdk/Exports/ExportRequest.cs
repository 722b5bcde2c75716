namespace PpcAds.Sdk.Exports;

/// <summary>
/// Which entities to export. By default all: the request always names the states, because Amazon leaves archived ones out
/// otherwise.
/// </summary>
public abstract record ExportRequest
{
    private protected ExportRequest()
    {
    }

    /// <summary>The ad products. Default: all three.</summary>
    public IReadOnlyList<AdProduct> AdProducts { get; init; } =
        [AdProduct.SponsoredProducts, AdProduct.SponsoredBrands, AdProduct.SponsoredDisplay];

    /// <summary>The states: enabled, paused, archived. Default: all three.</summary>
    public IReadOnlyList<EntityState> States { get; init; } = [EntityState.Enabled, EntityState.Paused, EntityState.Archived];
}
