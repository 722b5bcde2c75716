using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A target that is no keyword.</summary>
internal sealed record TargetResponse
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

    [Description("Amazon's id of the target.")]
    [JsonPropertyName("target_id")]
    public required string TargetId { get; init; }

    [Description("The ad product.")]
    [AllowedValues("SPONSORED_PRODUCTS", "SPONSORED_BRANDS", "SPONSORED_DISPLAY")]
    [JsonPropertyName("ad_product")]
    public required string AdProduct { get; init; }

    /// <summary><c>product</c>, <c>auto</c>, <c>theme</c> or <c>audience</c>.</summary>
    [Description("What it targets.")]
    [AllowedValues("product", "auto", "theme", "audience", null)]
    [JsonPropertyName("target_kind")]
    public required string? TargetKind { get; init; }

    [Description("MANUAL or AUTO, for Sponsored Products.")]
    [JsonPropertyName("expression_type")]
    public required string? ExpressionType { get; init; }

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
        Bid = DecimalText.Of(stored.Entity.Bid),
        Performance = SummaryResponse.Of(stored.Performance),
        ChangedAt = stored.ChangedAt,
    };
}
