namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record CampaignListEnvelope : ListEnvelope<Campaign>
{
    public IReadOnlyList<Campaign>? Campaigns { get; init; }

    protected internal override IReadOnlyList<Campaign>? Entities => Campaigns;
}
