using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>An ad group.</summary>
internal sealed record AdGroupResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [JsonPropertyName("campaign_id")]
    public required string? CampaignId { get; init; }

    [JsonPropertyName("ad_group_id")]
    public required string AdGroupId { get; init; }

    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    [JsonPropertyName("name")]
    public required string? Name { get; init; }

    [JsonPropertyName("state")]
    public required string? State { get; init; }

    /// <summary>In the profile's currency.</summary>
    [JsonPropertyName("default_bid")]
    public required decimal? DefaultBid { get; init; }

    /// <summary>Null when nothing of its kind is loaded.</summary>
    [JsonPropertyName("performance")]
    public required SummaryResponse? Performance { get; init; }

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
        DefaultBid = stored.Entity.DefaultBid,
        Performance = SummaryResponse.Of(stored.Performance),
        ChangedAt = stored.ChangedAt,
    };
}
