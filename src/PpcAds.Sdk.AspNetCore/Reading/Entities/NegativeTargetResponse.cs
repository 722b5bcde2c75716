using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A target for which ads are not shown.</summary>
internal sealed record NegativeTargetResponse
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

    /// <summary>Null for one of the whole campaign.</summary>
    [Description("Null for one of the whole campaign.")]
    [JsonPropertyName("ad_group_id")]
    public required string? AdGroupId { get; init; }

    [Description("Amazon's id of the target.")]
    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [Description("The ad product.")]
    [AllowedValues("SPONSORED_PRODUCTS", "SPONSORED_BRANDS", "SPONSORED_DISPLAY")]
    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    /// <summary>The expression as Amazon writes it: JSON as a text.</summary>
    [Description("The expression as Amazon writes it: JSON as a text.")]
    [JsonPropertyName("expression")]
    public required string? Expression { get; init; }

    [Description("The same with names in place of ids, if Amazon gave it: JSON as a text.")]
    [JsonPropertyName("resolved_expression")]
    public required string? ResolvedExpression { get; init; }

    [Description("The state as Amazon writes it, such as ENABLED or PAUSED.")]
    [JsonPropertyName("state")]
    public required string? State { get; init; }

    [Description("When it last changed.")]
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
