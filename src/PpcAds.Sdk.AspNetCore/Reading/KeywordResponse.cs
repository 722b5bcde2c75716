using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A keyword.</summary>
internal sealed record KeywordResponse
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

    [Description("Amazon's id of the keyword.")]
    [JsonPropertyName("keyword_id")]
    public required string KeywordId { get; init; }

    [Description("The ad product.")]
    [AllowedValues("SPONSORED_PRODUCTS", "SPONSORED_BRANDS", "SPONSORED_DISPLAY")]
    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    [Description("The text of the keyword.")]
    [JsonPropertyName("keyword_text")]
    public required string? KeywordText { get; init; }

    [Description("How searches match, as Amazon writes it, such as EXACT.")]
    [JsonPropertyName("match_type")]
    public required string? MatchType { get; init; }

    [Description("The state as Amazon writes it, such as ENABLED or PAUSED.")]
    [JsonPropertyName("state")]
    public required string? State { get; init; }

    /// <summary>In the profile's currency; null means the ad group's default bid.</summary>
    [Description("The bid in the profile's currency, a decimal number as a text; null means the ad group's default bid.")]
    [JsonPropertyName("bid")]
    public required string? Bid { get; init; }

    /// <summary>Null when nothing of its kind is loaded.</summary>
    [Description("Null when nothing of its kind is loaded.")]
    [JsonPropertyName("performance")]
    public required SummaryResponse? Performance { get; init; }

    [Description("When it last changed.")]
    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static KeywordResponse Of(StoredEntity<KeywordRecord> stored) => new()
    {
        AccountId = stored.AccountId.ToString(),
        ProfileId = stored.ProfileId.ToString(),
        CampaignId = stored.Entity.CampaignId?.ToString(),
        AdGroupId = stored.Entity.AdGroupId?.ToString(),
        KeywordId = stored.Entity.KeywordId.ToString(),
        AdProduct = stored.Entity.AdProduct,
        KeywordText = stored.Entity.KeywordText,
        MatchType = stored.Entity.MatchType,
        State = stored.Entity.State,
        Bid = DecimalText.Of(stored.Entity.Bid),
        Performance = SummaryResponse.Of(stored.Performance),
        ChangedAt = stored.ChangedAt,
    };
}
