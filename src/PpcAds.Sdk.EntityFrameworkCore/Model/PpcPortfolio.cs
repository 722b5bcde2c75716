namespace PpcAds.Sdk.EntityFrameworkCore;

/// <summary>A row of <c>ppc_portfolios</c>. Its amounts have a currency of their own.</summary>
public class PpcPortfolio : PpcEntity
{
    /// <summary>The id.</summary>
    public long PortfolioId { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; set; }

    /// <summary>Whether money is left of the budget.</summary>
    public bool? InBudget { get; set; }

    /// <summary>The budget; null for none.</summary>
    public decimal? Budget { get; set; }

    /// <summary>The currency of the budget (ISO 4217).</summary>
    public string? BudgetCurrency { get; set; }

    /// <summary>What the budget is for, such as <c>MONTHLY_RECURRING</c>.</summary>
    public string? BudgetPolicy { get; set; }

    /// <summary>The first day of the budget.</summary>
    public DateOnly? StartDate { get; set; }

    /// <summary>The last day of the budget, inclusive.</summary>
    public DateOnly? EndDate { get; set; }
}
