using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>An ad.</summary>
internal sealed record AdResponse
{
    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("Amazon's id of the profile.")]
    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [Description("Amazon's id of the campaign.")]
    [JsonPropertyName("campaign_id")]
    public required string? CampaignId { get; init; }

    [Description("Amazon's id of the ad group.")]
    [JsonPropertyName("ad_group_id")]
    public required string? AdGroupId { get; init; }

    [Description("Amazon's id of the ad.")]
    [JsonPropertyName("ad_id")]
    public required string AdId { get; init; }

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

    [Description("The kind of ad, as Amazon writes it.")]
    [JsonPropertyName("ad_type")]
    public required string? AdType { get; init; }

    [Description("The ASIN of the advertised product.")]
    [JsonPropertyName("asin")]
    public required string? Asin { get; init; }

    [Description("The seller's SKU of the advertised product.")]
    [JsonPropertyName("sku")]
    public required string? Sku { get; init; }

    [Description("Where a click leads to.")]
    [JsonPropertyName("landing_page_url")]
    public required string? LandingPageUrl { get; init; }

    [Description("When it last changed.")]
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
