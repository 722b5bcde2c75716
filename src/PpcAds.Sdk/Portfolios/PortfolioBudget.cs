namespace PpcAds.Sdk.Portfolios;

/// <summary>The budget of a portfolio.</summary>
public sealed record PortfolioBudget
{
    /// <summary>The amount; <see langword="null"/> for no cap.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The currency of the amount (ISO 4217).</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>What it is for: <c>DATE_RANGE</c>, <c>MONTHLY_RECURRING</c>, <c>NO_CAP</c>; an open set.</summary>
    public string? Policy { get; init; }

    /// <summary>The first day, in the profile's time zone.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? EndDate { get; init; }
}
