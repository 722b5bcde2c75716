namespace PpcAds.Sdk.Simulator.Model;

internal sealed class SimulatedAd
{
    public required long AdId { get; init; }

    public required string Asin { get; init; }

    /// <summary>Sellers only.</summary>
    public required string? Sku { get; init; }

    /// <summary>Of Sponsored Brands ads only.</summary>
    public BrandAdTraits? Brand { get; init; }

    /// <summary>Of Sponsored Display ads only.</summary>
    public DisplayAdTraits? Display { get; init; }
}
