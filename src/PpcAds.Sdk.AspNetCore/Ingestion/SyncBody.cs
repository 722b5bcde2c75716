using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>The days to request. Without a body, what is due is requested.</summary>
internal sealed record SyncBody
{
    /// <summary>The first day, in each profile's time zone.</summary>
    [JsonPropertyName("from")]
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive; before today.</summary>
    [JsonPropertyName("to")]
    public DateOnly? To { get; init; }

    /// <summary>The datasets, such as <c>sp.campaign</c>; all of the service's when left out.</summary>
    [JsonPropertyName("datasets")]
    public IReadOnlyList<string?>? Datasets { get; init; }
}
