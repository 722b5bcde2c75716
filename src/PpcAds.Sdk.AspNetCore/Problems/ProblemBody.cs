using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PpcAds.Sdk.AspNetCore.Problems;

/// <summary>A problem as RFC 9457 has it, with a code for programs and, for wrong input, the fields.</summary>
internal sealed record ProblemBody
{
    [Description("A link to the meaning of the status.")]
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [Description("What went wrong, for people.")]
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [Description("The HTTP status.")]
    [JsonPropertyName("status")]
    public required int Status { get; init; }

    [Description("What is known about this request.")]
    [JsonPropertyName("detail")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    [Description("What went wrong, for programs, such as not_found.")]
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [Description("What is wrong with the input, by field.")]
    [JsonPropertyName("errors")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    [Description("The account's number, where connecting it failed.")]
    [JsonPropertyName("account_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AccountId { get; init; }

    [Description("The id under which the service's log has the request.")]
    [JsonPropertyName("trace_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }
}
