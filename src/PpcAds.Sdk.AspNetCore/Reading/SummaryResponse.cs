using System.Text.Json.Serialization;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>The sums that stand on an entity.</summary>
internal sealed record SummaryResponse
{
    [JsonPropertyName("from")]
    public required DateOnly From { get; init; }

    [JsonPropertyName("as_of")]
    public required DateOnly AsOf { get; init; }

    [JsonPropertyName("currency")]
    public required string? Currency { get; init; }

    [JsonPropertyName("attribution_days")]
    public required int? AttributionDays { get; init; }

    [JsonPropertyName("total")]
    public required SumsResponse Total { get; init; }

    /// <summary>The 30 days that end with <see cref="AsOf"/>.</summary>
    [JsonPropertyName("last_30_days")]
    public required SumsResponse Last30Days { get; init; }

    public static SummaryResponse? Of(PerformanceSummary? summary) => summary is null ? null : new()
    {
        From = summary.From,
        AsOf = summary.AsOf,
        Currency = summary.CurrencyCode,
        AttributionDays = summary.AttributionDays,
        Total = SumsResponse.Of(summary.Total),
        Last30Days = SumsResponse.Of(summary.Last30Days),
    };
}
