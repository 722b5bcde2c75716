using PpcAds.Sdk.Lists;

namespace PpcAds.Sdk.Portfolios.Wire;

internal sealed record PortfolioListBody : ListBody
{
    public IncludeFilter<PortfolioId>? PortfolioIdFilter { get; init; }

    public TermsFilter? NameFilter { get; init; }
}
