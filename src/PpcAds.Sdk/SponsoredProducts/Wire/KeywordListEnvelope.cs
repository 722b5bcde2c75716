namespace PpcAds.Sdk.SponsoredProducts.Wire;

internal sealed record KeywordListEnvelope : ListEnvelope<Keyword>
{
    public IReadOnlyList<Keyword>? Keywords { get; init; }

    protected internal override IReadOnlyList<Keyword>? Entities => Keywords;
}
