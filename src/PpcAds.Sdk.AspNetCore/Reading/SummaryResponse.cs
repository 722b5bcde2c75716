using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>The sums that stand on an entity.</summary>
internal sealed record SummaryResponse
{
    [Description("The first day, in the profile's time zone.")]
    [JsonPropertyName("from")]
    public required DateOnly From { get; init; }

    [Description("The last day that is loaded, inclusive.")]
    [JsonPropertyName("as_of")]
    public required DateOnly AsOf { get; init; }

    [Description("The currency of the amounts, such as USD.")]
    [JsonPropertyName("currency")]
    public required string? Currency { get; init; }

    [Description("How many days after a click, or a view, a sale counts.")]
    [JsonPropertyName("attribution_days")]
    public required int? AttributionDays { get; init; }

    [Description("The sums of all loaded days.")]
    [JsonPropertyName("total")]
    public required SumsResponse Total { get; init; }

    /// <summary>The 30 days that end with <see cref="AsOf"/>.</summary>
    [Description("The sums of the 30 days that end with `as_of`.")]
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
