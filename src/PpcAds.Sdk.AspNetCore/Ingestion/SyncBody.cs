using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>The days to request. Without a body, what is due is requested.</summary>
internal sealed record SyncBody
{
    /// <summary>The first day, in each profile's time zone.</summary>
    [Description("The first day, in each profile's time zone.")]
    [JsonPropertyName("from")]
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive; before today.</summary>
    [Description("The last day, inclusive; before today.")]
    [JsonPropertyName("to")]
    public DateOnly? To { get; init; }

    /// <summary>The datasets, such as <c>sp.campaign</c>; all of the service's when left out.</summary>
    [Description("The datasets, such as `sp.campaign`; all of the service's when left out.")]
    [JsonPropertyName("datasets")]
    public IReadOnlyList<string?>? Datasets { get; init; }
}
