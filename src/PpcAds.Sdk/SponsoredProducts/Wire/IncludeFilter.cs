namespace PpcAds.Sdk.SponsoredProducts.Wire;

/// <summary>Amazon's shape of a filter by ids or states.</summary>
internal sealed record IncludeFilter<T>(IReadOnlyList<T> Include);
