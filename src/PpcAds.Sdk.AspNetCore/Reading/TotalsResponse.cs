using System.Text.Json.Serialization;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Sums in one currency.</summary>
internal sealed record TotalsResponse
{
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("rows")]
    public required long Rows { get; init; }

    [JsonPropertyName("sums")]
    public required SumsResponse Sums { get; init; }

    public static TotalsResponse Of(PerformanceTotals totals) =>
        new() { Currency = totals.CurrencyCode, Rows = totals.Rows, Sums = SumsResponse.Of(totals.Sums) };
}
