using PpcAds.Sdk.Calls;
using PpcAds.Sdk.Lists;
using PpcAds.Sdk.Paging;
using PpcAds.Sdk.Portfolios.Wire;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Portfolios;

/// <summary>The portfolios of one profile. Amazon Ads portfolios v3.</summary>
public sealed class PortfoliosClient
{
    private const string MediaType = "application/vnd.spPortfolio.v3+json";
    private const int MaxTerms = 1000;

    private static readonly TokenList PortfoliosList = new(
        new AdsOperation("portfolios.list", HttpMethod.Post, OperationClass.Lists, MediaType, MediaType),
        "portfolios/list",
        "portfolios");

    private readonly EntityLists _lists;

    internal PortfoliosClient(EntityLists lists) => _lists = lists;

    /// <summary>Lists portfolios. Amazon decides how many are on a page.</summary>
    /// <param name="filter">Which; <see langword="null"/> for all.</param>
    /// <returns>A list that is fetched as it is enumerated.</returns>
    /// <exception cref="PpcAdsValidationException">The filter is not valid.</exception>
    public AmazonAdsPageable<Portfolio> ListPortfoliosAsync(PortfolioFilter? filter = null)
    {
        filter ??= new PortfolioFilter();
        new FilterRules("The portfolio filter")
            .Ids(nameof(filter.PortfolioIds), filter.PortfolioIds)
            .NotEmpty(nameof(filter.States), filter.States)
            .Text(nameof(filter.Name), filter.Name, MaxTerms)
            .Enforce();
        IEnumerable<PortfolioListBody> bodies =
            from portfolios in IncludeFilters.Cut(filter.PortfolioIds, 1000)
            select new PortfolioListBody
            {
                PortfolioIdFilter = portfolios,
                NameFilter = TermsFilter.From(filter.Name),
                StateFilter = IncludeFilters.Of(filter.States),
                IncludeExtendedDataFields = filter.IncludeExtendedData ? true : null,
            };
        return _lists.ByToken(
            PortfoliosList,
            bodies,
            PortfoliosJsonContext.Default.PortfolioListBody,
            PortfoliosJsonContext.Default.IReadOnlyListPortfolio,
            portfolio => portfolio.PortfolioId.Value);
    }
}
