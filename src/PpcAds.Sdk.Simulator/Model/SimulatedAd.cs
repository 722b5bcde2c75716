namespace PpcAds.Sdk.Simulator.Model;

internal sealed class SimulatedAd
{
    public required long AdId { get; init; }

    public required string Asin { get; init; }

    /// <summary>Sellers only.</summary>
    public required string? Sku { get; init; }
}
