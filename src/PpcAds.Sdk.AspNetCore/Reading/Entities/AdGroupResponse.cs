using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>An ad group.</summary>
internal sealed record AdGroupResponse
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
    public required string AdGroupId { get; init; }

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

    /// <summary>In the profile's currency.</summary>
    [Description("The default bid in the profile's currency: a decimal number as a text.")]
    [JsonPropertyName("default_bid")]
    public required string? DefaultBid { get; init; }

    /// <summary>Null when nothing of its kind is loaded.</summary>
    [Description("Null when nothing of its kind is loaded.")]
    [JsonPropertyName("performance")]
    public required SummaryResponse? Performance { get; init; }

    [Description("When it last changed.")]
    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static AdGroupResponse Of(StoredEntity<AdGroupRecord> stored) => new()
    {
        AccountId = stored.AccountId.ToString(),
        ProfileId = stored.ProfileId.ToString(),
        CampaignId = stored.Entity.CampaignId?.ToString(),
        AdGroupId = stored.Entity.AdGroupId.ToString(),
        AdProduct = stored.Entity.AdProduct,
        Name = stored.Entity.Name,
        State = stored.Entity.State,
        DefaultBid = DecimalText.Of(stored.Entity.DefaultBid),
        Performance = SummaryResponse.Of(stored.Performance),
        ChangedAt = stored.ChangedAt,
    };
}
