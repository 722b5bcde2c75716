using System.Text.Json;
using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A row of one day.</summary>
internal sealed record PerformanceItem
{
    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [JsonPropertyName("date")]
    public required DateOnly Date { get; init; }

    [JsonPropertyName("campaign_id")]
    public required string? CampaignId { get; init; }

    [JsonPropertyName("ad_group_id")]
    public required string? AdGroupId { get; init; }

    [JsonPropertyName("ad_id")]
    public required string? AdId { get; init; }

    [JsonPropertyName("target_id")]
    public required string? TargetId { get; init; }

    /// <summary>What else the row is about, such as <c>search_term</c>; only what it has.</summary>
    [JsonPropertyName("dimensions")]
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("attribution_days")]
    public required int AttributionDays { get; init; }

    /// <summary>The metrics that Amazon reports for such rows; the others are left out. Money is in <c>currency</c>.</summary>
    [JsonPropertyName("metrics")]
    public required IReadOnlyDictionary<string, decimal> Metrics { get; init; }

    /// <summary>The share of top-of-search impressions, a fraction; left out where there is none. Never sum shares.</summary>
    [JsonPropertyName("top_of_search_impression_share")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? TopOfSearchImpressionShare { get; init; }

    /// <summary>Further columns of the report, as Amazon gave them; left out unless <c>ExtraColumns</c> requests any.</summary>
    [JsonPropertyName("extra")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Extra { get; init; }

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
        Metrics = record.Metrics.ToDictionary(
            metric => PerformanceMetrics.GetColumnName(metric.Key), metric => Shortened(metric.Value)),
        TopOfSearchImpressionShare = record.TopOfSearchImpressionShare is { } share ? Shortened(share) : null,
        Extra = record.Extra is { } extra ? JsonElement.Parse(extra) : null,
        ChangedAt = record.ChangedAt,
    };

    /// <summary>Without the zeros that a database's scale adds: 12, not 12.000000.</summary>
    private static decimal Shortened(decimal value) => value / 1.000000000000000000000000000000000m;
}
