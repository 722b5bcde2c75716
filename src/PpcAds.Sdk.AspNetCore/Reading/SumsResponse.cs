using System.Text.Json.Serialization;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Sums, and the rates made from them: fractions, null where the divisor is 0.</summary>
internal sealed record SumsResponse
{
    [JsonPropertyName("impressions")]
    public required long Impressions { get; init; }

    [JsonPropertyName("clicks")]
    public required long Clicks { get; init; }

    [JsonPropertyName("cost")]
    public required decimal Cost { get; init; }

    [JsonPropertyName("sales")]
    public required decimal Sales { get; init; }

    [JsonPropertyName("orders")]
    public required long Orders { get; init; }

    [JsonPropertyName("units")]
    public required long Units { get; init; }

    [JsonPropertyName("ctr")]
    public required decimal? Ctr { get; init; }

    [JsonPropertyName("cpc")]
    public required decimal? Cpc { get; init; }

    [JsonPropertyName("cvr")]
    public required decimal? Cvr { get; init; }

    [JsonPropertyName("acos")]
    public required decimal? Acos { get; init; }

    [JsonPropertyName("roas")]
    public required decimal? Roas { get; init; }

    public static SumsResponse Of(PerformanceSums sums) => new()
    {
        Impressions = sums.Impressions,
        Clicks = sums.Clicks,
        Cost = sums.Cost,
        Sales = sums.Sales,
        Orders = sums.Orders,
        Units = sums.Units,
        Ctr = Rounded(sums.Ctr),
        Cpc = Rounded(sums.Cpc),
        Cvr = Rounded(sums.Cvr),
        Acos = Rounded(sums.Acos),
        Roas = Rounded(sums.Roas),
    };

    /// <summary>28 digits of a quotient are noise.</summary>
    private static decimal? Rounded(decimal? rate) => rate is { } value ? decimal.Round(value, 6) : null;
}
