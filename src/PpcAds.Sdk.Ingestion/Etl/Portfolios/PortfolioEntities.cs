using PpcAds.Sdk.Portfolios;

namespace PpcAds.Sdk.Etl.Portfolios;

/// <summary>Portfolios v3, which hold campaigns of every product.</summary>
internal static class PortfolioEntities
{
    public static IReadOnlyList<EntityType> All { get; } =
    [
        new ListedEntityType<Portfolio, PortfolioRecord>(
            "portfolios", null, profile => profile.Portfolios.ListPortfoliosAsync(), ToRecord),
    ];

    private static PortfolioRecord ToRecord(Portfolio portfolio) => new()
    {
        PortfolioId = portfolio.PortfolioId,
        Name = portfolio.Name,
        State = portfolio.State.Value.OrNull(),
        InBudget = portfolio.InBudget,
        Budget = portfolio.Budget?.Amount,
        BudgetCurrencyCode = portfolio.Budget?.CurrencyCode,
        BudgetPolicy = portfolio.Budget?.Policy,
        StartDate = portfolio.Budget?.StartDate,
        EndDate = portfolio.Budget?.EndDate,
    };
}
