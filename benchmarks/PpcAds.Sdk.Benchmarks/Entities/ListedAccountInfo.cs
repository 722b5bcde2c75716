namespace PpcAds.Sdk.Benchmarks.Entities;

/// <summary>Whose profile it is.</summary>
internal sealed record ListedAccountInfo
{
    public string MarketplaceStringId { get; init; } = "ATVPDKIKX0DER";

    public string Id { get; init; } = "A1BENCHMARK";

    public string Type { get; init; } = "seller";

    public string Name { get; init; } = "Benchmark";

    public bool ValidPaymentMethod { get; init; } = true;
}
