using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A portfolio of campaigns.</summary>
internal sealed record PortfolioResponse
{
    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("Amazon's id of the profile.")]
    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [Description("Amazon's id of the portfolio.")]
    [JsonPropertyName("portfolio_id")]
    public required string PortfolioId { get; init; }

    [Description("The name, as the advertiser wrote it.")]
    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    [Description("The state as Amazon writes it, such as ENABLED or PAUSED.")]
    [JsonPropertyName("state")]
    public required string? State { get; init; }

    [Description("Whether the budget is not spent yet.")]
    [JsonPropertyName("in_budget")]
    public required bool? InBudget { get; init; }

    /// <summary>In <c>budget_currency</c>.</summary>
    [Description("The budget in `budget_currency`: a decimal number as a text.")]
    [JsonPropertyName("budget")]
    public required string? Budget { get; init; }

    [Description("The currency of the budget.")]
    [JsonPropertyName("budget_currency")]
    public required string? BudgetCurrency { get; init; }

    [Description("What period the budget is for, such as MONTHLY_RECURRING.")]
    [JsonPropertyName("budget_policy")]
    public required string? BudgetPolicy { get; init; }

    [Description("The first day.")]
    [JsonPropertyName("start_date")]
    public required DateOnly? StartDate { get; init; }

    [Description("The last day; null for none.")]
    [JsonPropertyName("end_date")]
    public required DateOnly? EndDate { get; init; }

    [Description("When it last changed.")]
    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static PortfolioResponse Of(StoredEntity<PortfolioRecord> stored) => new()
    {
        AccountId = stored.AccountId.ToString(),
        ProfileId = stored.ProfileId.ToString(),
        PortfolioId = stored.Entity.PortfolioId.ToString(),
        Name = stored.Entity.Name,
        State = stored.Entity.State,
        InBudget = stored.Entity.InBudget,
        Budget = DecimalText.Of(stored.Entity.Budget),
        BudgetCurrency = stored.Entity.BudgetCurrencyCode,
        BudgetPolicy = stored.Entity.BudgetPolicy,
        StartDate = stored.Entity.StartDate,
        EndDate = stored.Entity.EndDate,
        ChangedAt = stored.ChangedAt,
    };
}
