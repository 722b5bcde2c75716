namespace PpcAds.Sdk.Lists;

/// <summary>
/// What the bodies of the list calls of Sponsored Products v3, Sponsored Brands v4 and portfolios v3 have in common.
/// </summary>
internal abstract record ListBody : TokenBody
{
    public IncludeFilter<EntityState>? StateFilter { get; init; }

    public int? MaxResults { get; init; }

    public bool? IncludeExtendedDataFields { get; init; }
}
