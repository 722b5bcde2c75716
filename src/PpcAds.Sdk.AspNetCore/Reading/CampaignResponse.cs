using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A campaign.</summary>
internal sealed record CampaignResponse
{
    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("Amazon's id of the profile.")]
    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [Description("Amazon's id of the campaign.")]
    [JsonPropertyName("campaign_id")]
    public required string CampaignId { get; init; }

    [Description("Amazon's id of the portfolio; null for a campaign in none.")]
    [JsonPropertyName("portfolio_id")]
    public required string? PortfolioId { get; init; }

    [Description("The ad product.")]
    [AllowedValues("SPONSORED_PRODUCTS", "SPONSORED_BRANDS", "SPONSORED_DISPLAY")]
    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    [Description("The name, as the advertiser wrote it.")]
    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    [Description("The state as Amazon writes it, such as ENABLED or PAUSED.")]
    [JsonPropertyName("state")]
    public required string? State { get; init; }

    [Description("MANUAL or AUTO, for Sponsored Products.")]
    [JsonPropertyName("targeting_type")]
    public required string? TargetingType { get; init; }

    [Description("The first day.")]
    [JsonPropertyName("start_date")]
    public required DateOnly? StartDate { get; init; }

    [Description("The last day; null for none.")]
    [JsonPropertyName("end_date")]
    public required DateOnly? EndDate { get; init; }

    /// <summary>In the profile's currency.</summary>
    [Description("The budget in the profile's currency: a decimal number as a text.")]
    [JsonPropertyName("budget")]
    public required string? Budget { get; init; }

    [Description("What the budget is for, such as DAILY.")]
    [JsonPropertyName("budget_type")]
    public required string? BudgetType { get; init; }

    /// <summary>Null when nothing of its kind is loaded.</summary>
    [Description("Null when nothing of its kind is loaded.")]
    [JsonPropertyName("performance")]
    public required SummaryResponse? Performance { get; init; }

    [Description("When it last changed.")]
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
        Budget = DecimalText.Of(stored.Entity.Budget),
        BudgetType = stored.Entity.BudgetType,
        Performance = SummaryResponse.Of(stored.Performance),
        ChangedAt = stored.ChangedAt,
    };
}
