using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A row of one day.</summary>
internal sealed record PerformanceItem
{
    [Description("Amazon's id of the profile.")]
    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [Description("The day, in the profile's time zone.")]
    [JsonPropertyName("date")]
    public required DateOnly Date { get; init; }

    [Description("Amazon's id of the campaign; null where rows have none.")]
    [JsonPropertyName("campaign_id")]
    public required string? CampaignId { get; init; }

    [Description("Amazon's id of the ad group; null where rows have none.")]
    [JsonPropertyName("ad_group_id")]
    public required string? AdGroupId { get; init; }

    [Description("Amazon's id of the ad; null where rows have none.")]
    [JsonPropertyName("ad_id")]
    public required string? AdId { get; init; }

    [Description("Amazon's id of the keyword or target; null where rows have none.")]
    [JsonPropertyName("target_id")]
    public required string? TargetId { get; init; }

    /// <summary>What else the row is about, such as <c>search_term</c>; only what it has.</summary>
    [Description("What else the row is about, such as `search_term`; only what it has.")]
    [JsonPropertyName("dimensions")]
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    [Description("The currency of the amounts, such as USD.")]
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [Description("How many days after a click, or a view, a sale counts.")]
    [JsonPropertyName("attribution_days")]
    public required int AttributionDays { get; init; }

    /// <summary>The metrics that Amazon reports for such rows; the others are left out. Money is in <c>currency</c>.</summary>
    [Description("The metrics that Amazon reports for such rows; the others are left out. Money is in `currency`.")]
    [JsonPropertyName("metrics")]
    public required MetricsResponse Metrics { get; init; }

    /// <summary>The share of top-of-search impressions, a fraction; left out where there is none. Never sum shares.</summary>
    [Description("The share of top-of-search impressions, a fraction; left out where there is none. Never sum shares.")]
    [JsonPropertyName("top_of_search_impression_share")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? TopOfSearchImpressionShare { get; init; }

    /// <summary>Further columns of the report, as Amazon gave them; left out unless <c>ExtraColumns</c> requests any.</summary>
    [Description("Further columns of the report, as Amazon gave them; left out unless `ExtraColumns` requests any.")]
    [JsonPropertyName("extra")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Extra { get; init; }

    [Description("When it last changed.")]
    [JsonPropertyName("changed_at")]
    public required DateTimeOffset ChangedAt { get; init; }

    public static PerformanceItem Of(PerformanceRecord record) => new()
    {
        ProfileId = record.ProfileId.ToString(),
        Date = record.Date,
        CampaignId = record.CampaignId?.ToString(),
        AdGroupId = record.AdGroupId?.ToString(),
        AdId = Ids.Of(record.AdId),
        TargetId = Ids.Of(record.TargetId),
        Dimensions = record.Texts.ToDictionary(text => Ids.NameOf(text.Key), text => text.Value),
        Currency = record.CurrencyCode,
        AttributionDays = record.AttributionDays,
        Metrics = MetricsResponse.Of(record),
        TopOfSearchImpressionShare = record.TopOfSearchImpressionShare is { } share ? DecimalText.Shorten(share) : null,
        Extra = record.Extra is { } extra ? JsonElement.Parse(extra) : null,
        ChangedAt = record.ChangedAt,
    };
}
