using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>One step.</summary>
internal sealed record StepProgress
{
    [Description("The step, such as sp.keywords or report sp.campaign.")]
    [JsonPropertyName("step")]
    public required string Step { get; init; }

    /// <summary><c>running</c>, <c>done</c>, <c>skipped</c> or <c>failed</c>.</summary>
    [Description("What became of it.")]
    [AllowedValues("running", "done", "skipped", "failed")]
    [JsonPropertyName("outcome")]
    public required string Outcome { get; init; }

    [Description("Why it was skipped or failed; null otherwise.")]
    [JsonPropertyName("reason")]
    public required string? Reason { get; init; }

    [Description("How many rows it loaded.")]
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }
}
