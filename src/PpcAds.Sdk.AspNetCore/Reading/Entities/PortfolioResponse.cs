using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A portfolio of campaigns.</summary>
internal sealed record PortfolioResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [JsonPropertyName("portfolio_id")]
    public required string PortfolioId { get; init; }

    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    [JsonPropertyName("state")]
    public required string? State { get; init; }

    [JsonPropertyName("in_budget")]
    public required bool? InBudget { get; init; }

    /// <summary>In <c>budget_currency</c>.</summary>
    [JsonPropertyName("budget")]
    public required decimal? Budget { get; init; }

    [JsonPropertyName("budget_currency")]
    public required string? BudgetCurrency { get; init; }

    [JsonPropertyName("budget_policy")]
    public required string? BudgetPolicy { get; init; }

    [JsonPropertyName("start_date")]
    public required DateOnly? StartDate { get; init; }

    [JsonPropertyName("end_date")]
    public required DateOnly? EndDate { get; init; }

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
        Budget = stored.Entity.Budget,
        BudgetCurrency = stored.Entity.BudgetCurrencyCode,
        BudgetPolicy = stored.Entity.BudgetPolicy,
        StartDate = stored.Entity.StartDate,
        EndDate = stored.Entity.EndDate,
        ChangedAt = stored.ChangedAt,
    };
}
