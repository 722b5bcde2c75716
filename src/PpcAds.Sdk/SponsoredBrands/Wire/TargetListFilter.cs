namespace PpcAds.Sdk.SponsoredBrands.Wire;

/// <summary>One filter of the lists of targets; each kind may be there once.</summary>
internal sealed record TargetListFilter(string FilterType, IReadOnlyList<string> Values);
