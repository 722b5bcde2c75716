namespace PpcAds.Sdk.Etl;

/// <summary>A portfolio as it is stored. Its amounts have a currency of their own.</summary>
public sealed record PortfolioRecord : EntityRecord, IEntityRecord<PortfolioRecord>
{
    /// <summary>The id.</summary>
    public required PortfolioId PortfolioId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The state as Amazon writes it.</summary>
    public string? State { get; init; }

    /// <summary>Whether money is left of the budget.</summary>
    public bool? InBudget { get; init; }

    /// <summary>The budget; null for none.</summary>
    public decimal? Budget { get; init; }

    /// <summary>The currency of the budget (ISO 4217).</summary>
    public string? BudgetCurrencyCode { get; init; }

    /// <summary>What the budget is for, such as <c>MONTHLY_RECURRING</c>.</summary>
    public string? BudgetPolicy { get; init; }

    /// <summary>The first day of the budget.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day of the budget, inclusive.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>The table.</summary>
    public static EntityTable<PortfolioRecord> Table { get; } = new()
    {
        EntityType = "portfolios",
        Name = "ppc_portfolios",
        IdColumn = "portfolio_id",
        Columns =
        [
            new("name", EntityColumnKind.Text, portfolio => portfolio.Name),
            new("state", EntityColumnKind.Text, portfolio => portfolio.State),
            new("in_budget", EntityColumnKind.Flag, portfolio => portfolio.InBudget),
            new("budget", EntityColumnKind.Money, portfolio => portfolio.Budget),
            new("budget_currency", EntityColumnKind.Text, portfolio => portfolio.BudgetCurrencyCode),
            new("budget_policy", EntityColumnKind.Text, portfolio => portfolio.BudgetPolicy),
            new("start_date", EntityColumnKind.Date, portfolio => portfolio.StartDate),
            new("end_date", EntityColumnKind.Date, portfolio => portfolio.EndDate),
        ],
        Read = values => new PortfolioRecord
        {
            PortfolioId = new PortfolioId(values.EntityId),
            Name = values.Text("name"),
            State = values.Text("state"),
            InBudget = values.Flag("in_budget"),
            Budget = values.Money("budget"),
            BudgetCurrencyCode = values.Text("budget_currency"),
            BudgetPolicy = values.Text("budget_policy"),
            StartDate = values.Date("start_date"),
            EndDate = values.Date("end_date"),
        },
    };

    long IEntityRecord.EntityId => PortfolioId.Value;
}
