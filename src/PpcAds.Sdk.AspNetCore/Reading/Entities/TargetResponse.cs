using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A target that is no keyword.</summary>
internal sealed record TargetResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [JsonPropertyName("campaign_id")]
    public required string? CampaignId { get; init; }

    [JsonPropertyName("ad_group_id")]
    public required string? AdGroupId { get; init; }

    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    /// <summary><c>product</c>, <c>auto</c>, <c>theme</c> or <c>audience</c>.</summary>
    [JsonPropertyName("target_kind")]
    public required string? TargetKind { get; init; }

    [JsonPropertyName("expression_type")]
    public required string? ExpressionType { get; init; }

    /// <summary>The expression as Amazon writes it: JSON as a text.</summary>
    [JsonPropertyName("expression")]
    public required string? Expression { get; init; }

    [JsonPropertyName("resolved_expression")]
    public required string? ResolvedExpression { get; init; }

    [JsonPropertyName("state")]
    public required string? State { get; init; }

    /// <summary>In the profile's currency; null means the ad group's default bid.</summary>
    [JsonPropertyName("bid")]
    public required decimal? Bid { get; init; }

    /// <summary>Null when nothing of its kind is loaded.</summary>
    [JsonPropertyName("performance")]
    public required SummaryResponse? Performance { get; init; }

    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static TargetResponse Of(StoredEntity<TargetRecord> stored) => new()
    {
        AccountId = stored.AccountId.ToString(),
        ProfileId = stored.ProfileId.ToString(),
        CampaignId = stored.Entity.CampaignId?.ToString(),
        AdGroupId = stored.Entity.AdGroupId?.ToString(),
        TargetId = stored.Entity.TargetId.ToString(),
        AdProduct = stored.Entity.AdProduct,
        TargetKind = stored.Entity.TargetKind,
        ExpressionType = stored.Entity.ExpressionType,
        Expression = stored.Entity.Expression,
        ResolvedExpression = stored.Entity.ResolvedExpression,
        State = stored.Entity.State,
        Bid = stored.Entity.Bid,
        Performance = SummaryResponse.Of(stored.Performance),
        ChangedAt = stored.ChangedAt,
    };
}
