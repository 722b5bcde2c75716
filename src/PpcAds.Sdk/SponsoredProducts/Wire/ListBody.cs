namespace PpcAds.Sdk.SponsoredProducts.Wire;

/// <summary>What the bodies of all list calls have in common.</summary>
internal abstract record ListBody
{
    public IncludeFilter<EntityState>? StateFilter { get; init; }

    public int MaxResults { get; init; }

    public string? NextToken { get; init; }

    public bool? IncludeExtendedDataFields { get; init; }
}
