using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Sums, and the rates made from them: fractions, null where the divisor is 0.</summary>
internal sealed record SumsResponse
{
    [Description("How often ads were shown.")]
    [JsonPropertyName("impressions")]
    public required long Impressions { get; init; }

    [Description("Clicks.")]
    [JsonPropertyName("clicks")]
    public required long Clicks { get; init; }

    [Description("What the ads cost: a decimal number as a text.")]
    [JsonPropertyName("cost")]
    public required string Cost { get; init; }

    [Description("Sales within the attribution window: a decimal number as a text.")]
    [JsonPropertyName("sales")]
    public required string Sales { get; init; }

    [Description("Orders within the attribution window.")]
    [JsonPropertyName("orders")]
    public required long Orders { get; init; }

    [Description("Units within the attribution window.")]
    [JsonPropertyName("units")]
    public required long Units { get; init; }

    [Description("Clicks by impressions; null without impressions.")]
    [JsonPropertyName("ctr")]
    public required decimal? Ctr { get; init; }

    [Description("Cost by clicks: a decimal number as a text; null without clicks.")]
    [JsonPropertyName("cpc")]
    public required string? Cpc { get; init; }

    [Description("Orders by clicks; null without clicks.")]
    [JsonPropertyName("cvr")]
    public required decimal? Cvr { get; init; }

    [Description("Cost by sales; null without sales.")]
    [JsonPropertyName("acos")]
    public required decimal? Acos { get; init; }

    [Description("Sales by cost; null without cost.")]
    [JsonPropertyName("roas")]
    public required decimal? Roas { get; init; }

    public static SumsResponse Of(PerformanceSums sums) => new()
    {
        Impressions = sums.Impressions,
        Clicks = sums.Clicks,
        Cost = DecimalText.Of(sums.Cost),
        Sales = DecimalText.Of(sums.Sales),
        Orders = sums.Orders,
        Units = sums.Units,
        Ctr = Rounded(sums.Ctr),
        Cpc = DecimalText.Of(Rounded(sums.Cpc)),
        Cvr = Rounded(sums.Cvr),
        Acos = Rounded(sums.Acos),
        Roas = Rounded(sums.Roas),
    };

    /// <summary>28 digits of a quotient are noise.</summary>
    private static decimal? Rounded(decimal? rate) => rate is { } value ? decimal.Round(value, 6) : null;
}
