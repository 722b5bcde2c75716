using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A target for which ads are not shown.</summary>
internal sealed record NegativeTargetResponse
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

    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    /// <summary>The expression as Amazon writes it: JSON as a text.</summary>
    [JsonPropertyName("expression")]
    public required string? Expression { get; init; }

    [JsonPropertyName("resolved_expression")]
    public required string? ResolvedExpression { get; init; }

    [JsonPropertyName("state")]
    public required string? State { get; init; }

    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static NegativeTargetResponse Of(StoredEntity<NegativeTargetRecord> stored) => new()
    {
        AccountId = stored.AccountId.ToString(),
        ProfileId = stored.ProfileId.ToString(),
        CampaignId = stored.Entity.CampaignId?.ToString(),
        AdGroupId = stored.Entity.AdGroupId?.ToString(),
        TargetId = stored.Entity.TargetId.ToString(),
        AdProduct = stored.Entity.AdProduct,
        Expression = stored.Entity.Expression,
        ResolvedExpression = stored.Entity.ResolvedExpression,
        State = stored.Entity.State,
        ChangedAt = stored.ChangedAt,
    };
}
