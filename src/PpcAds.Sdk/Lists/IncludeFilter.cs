namespace PpcAds.Sdk.Lists;

/// <summary>Amazon's shape of a filter by ids or states.</summary>
internal sealed record IncludeFilter<T>(IReadOnlyList<T> Include);
