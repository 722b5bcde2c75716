using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Sums in one currency.</summary>
internal sealed record TotalsResponse
{
    [Description("The currency of the amounts, such as USD.")]
    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [Description("How many rows match.")]
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }

    [Description("The sums, and the rates made from them.")]
    [JsonPropertyName("sums")]
    public required SumsResponse Sums { get; init; }

    public static TotalsResponse Of(PerformanceTotals totals) =>
        new() { Currency = totals.CurrencyCode, Rows = totals.Rows, Sums = SumsResponse.Of(totals.Sums) };
}
