using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>An ad.</summary>
internal sealed record AdResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [JsonPropertyName("campaign_id")]
    public required string? CampaignId { get; init; }

    [JsonPropertyName("ad_group_id")]
    public required string? AdGroupId { get; init; }

    [JsonPropertyName("ad_id")]
    public required string AdId { get; init; }

    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    [JsonPropertyName("state")]
    public required string? State { get; init; }

    [JsonPropertyName("ad_type")]
    public required string? AdType { get; init; }

    [JsonPropertyName("asin")]
    public required string? Asin { get; init; }

    [JsonPropertyName("sku")]
    public required string? Sku { get; init; }

    [JsonPropertyName("landing_page_url")]
    public required string? LandingPageUrl { get; init; }

    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static AdResponse Of(StoredEntity<AdRecord> stored) => new()
    {
        AccountId = stored.AccountId.ToString(),
        ProfileId = stored.ProfileId.ToString(),
        CampaignId = stored.Entity.CampaignId?.ToString(),
        AdGroupId = stored.Entity.AdGroupId?.ToString(),
        AdId = stored.Entity.AdId.ToString(),
        AdProduct = stored.Entity.AdProduct,
        Name = stored.Entity.Name,
        State = stored.Entity.State,
        AdType = stored.Entity.AdType,
        Asin = stored.Entity.Asin,
        Sku = stored.Entity.Sku,
        LandingPageUrl = stored.Entity.LandingPageUrl,
        ChangedAt = stored.ChangedAt,
    };
}
