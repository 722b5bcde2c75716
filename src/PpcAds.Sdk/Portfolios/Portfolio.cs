namespace PpcAds.Sdk.Portfolios;

/// <summary>A portfolio: campaigns of any product that share a budget. Its amounts have a currency of their own.</summary>
public sealed record Portfolio
{
    /// <summary>The id.</summary>
    public required PortfolioId PortfolioId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The state; Amazon documents only enabled.</summary>
    public required EntityState State { get; init; }

    /// <summary>Whether money is left of the budget.</summary>
    public bool? InBudget { get; init; }

    /// <summary>The budget.</summary>
    public PortfolioBudget? Budget { get; init; }

    /// <summary>How the budget is shared out.</summary>
    public PortfolioBudgetControls? BudgetControls { get; init; }

    /// <summary>Dates and serving status; only if the filter requested them.</summary>
    public PortfolioExtendedData? ExtendedData { get; init; }
}
