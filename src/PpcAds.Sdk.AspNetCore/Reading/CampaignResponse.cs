using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A campaign.</summary>
internal sealed record CampaignResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [JsonPropertyName("campaign_id")]
    public required string CampaignId { get; init; }

    [JsonPropertyName("portfolio_id")]
    public required string? PortfolioId { get; init; }

    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    [JsonPropertyName("state")]
    public required string? State { get; init; }

    [JsonPropertyName("targeting_type")]
    public required string? TargetingType { get; init; }

    [JsonPropertyName("start_date")]
    public required DateOnly? StartDate { get; init; }

    [JsonPropertyName("end_date")]
    public required DateOnly? EndDate { get; init; }

    /// <summary>In the profile's currency.</summary>
    [JsonPropertyName("budget")]
    public required decimal? Budget { get; init; }

    [JsonPropertyName("budget_type")]
    public required string? BudgetType { get; init; }

    /// <summary>Null when nothing of its kind is loaded.</summary>
    [JsonPropertyName("performance")]
    public required SummaryResponse? Performance { get; init; }

    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static CampaignResponse Of(StoredEntity<CampaignRecord> stored) => new()
    {
        AccountId = stored.AccountId.ToString(),
        ProfileId = stored.ProfileId.ToString(),
        CampaignId = stored.Entity.CampaignId.ToString(),
        PortfolioId = stored.Entity.PortfolioId?.ToString(),
        AdProduct = stored.Entity.AdProduct,
        Name = stored.Entity.Name,
        State = stored.Entity.State,
        TargetingType = stored.Entity.TargetingType,
        StartDate = stored.Entity.StartDate,
        EndDate = stored.Entity.EndDate,
        Budget = stored.Entity.Budget,
        BudgetType = stored.Entity.BudgetType,
        Performance = SummaryResponse.Of(stored.Performance),
        ChangedAt = stored.ChangedAt,
    };
}
