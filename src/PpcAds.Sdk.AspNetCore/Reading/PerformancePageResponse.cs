using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A page of performance. All rows are of one dataset, so that they can be summed: by currency.</summary>
internal sealed record PerformancePageResponse
{
    /// <summary>The dataset, such as <c>sp.campaign</c>.</summary>
    [Description("The dataset, such as `sp.campaign`.")]
    [JsonPropertyName("dataset")]
    public required string Dataset { get; init; }

    [Description("The items of the page.")]
    [JsonPropertyName("items")]
    public required IReadOnlyList<PerformanceItem> Items { get; init; }

    /// <summary>What <c>after</c> takes for the next page; null on the last.</summary>
    [Description("What `after` takes for the next page; null on the last.")]
    [JsonPropertyName("next")]
    public required string? Next { get; init; }

    /// <summary>The sums of all that matches, for each currency; null unless requested.</summary>
    [Description("The sums of all that matches, for each currency; null unless requested.")]
    [JsonPropertyName("totals")]
    public required IReadOnlyList<TotalsResponse>? Totals { get; init; }
}
