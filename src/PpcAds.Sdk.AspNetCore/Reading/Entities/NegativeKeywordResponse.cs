using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A keyword for which ads are not shown.</summary>
internal sealed record NegativeKeywordResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [JsonPropertyName("campaign_id")]
    public required string? CampaignId { get; init; }

    /// <summary>Null for one of the whole campaign.</summary>
    [JsonPropertyName("ad_group_id")]
    public required string? AdGroupId { get; init; }

    [JsonPropertyName("keyword_id")]
    public required string KeywordId { get; init; }

    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    [JsonPropertyName("keyword_text")]
    public required string? KeywordText { get; init; }

    [JsonPropertyName("match_type")]
    public required string? MatchType { get; init; }

    [JsonPropertyName("state")]
    public required string? State { get; init; }

    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static NegativeKeywordResponse Of(StoredEntity<NegativeKeywordRecord> stored) => new()
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
        ChangedAt = stored.ChangedAt,
    };
}
