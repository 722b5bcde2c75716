namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record AdGroupListEnvelope : ListEnvelope<AdGroup>
{
    public IReadOnlyList<AdGroup>? AdGroups { get; init; }

    protected internal override IReadOnlyList<AdGroup>? Entities => AdGroups;
}
