using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>One step.</summary>
internal sealed record StepProgress
{
    [JsonPropertyName("step")]
    public required string Step { get; init; }

    /// <summary><c>running</c>, <c>done</c>, <c>skipped</c> or <c>failed</c>.</summary>
    [JsonPropertyName("outcome")]
    public required string Outcome { get; init; }

    [JsonPropertyName("reason")]
    public required string? Reason { get; init; }

    [JsonPropertyName("rows")]
    public required long Rows { get; init; }
}
