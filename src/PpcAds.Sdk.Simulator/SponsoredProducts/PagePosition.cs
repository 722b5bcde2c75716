namespace PpcAds.Sdk.Simulator.SponsoredProducts;

/// <summary>What a token stands for.</summary>
/// <param name="Offset">The first item of the page.</param>
/// <param name="Serial">Distinguishes tokens of the same position; 0 for the usual one.</param>
internal readonly record struct PagePosition(int Offset, int Serial);
