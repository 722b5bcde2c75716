using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Something that a person may want to know about a sync.</summary>
internal sealed record IssueResponse
{
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string? ProfileId { get; init; }

    /// <summary>The step, such as <c>keywords</c> or <c>load sp.target</c>.</summary>
    [JsonPropertyName("step")]
    public required string Step { get; init; }

    /// <summary>Amazon's id of the report, if it is about one.</summary>
    [JsonPropertyName("report_id")]
    public required string? ReportId { get; init; }

    /// <summary>One of few texts, such as <c>number malformed</c>.</summary>
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    [JsonPropertyName("details")]
    public required string Details { get; init; }

    /// <summary>How many things the issue stands for.</summary>
    [JsonPropertyName("count")]
    public required long Count { get; init; }

    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    public static IssueResponse Of(SyncIssue issue) => new()
    {
        AccountId = issue.AccountId.ToString(),
        ProfileId = issue.ProfileId?.ToString(),
        Step = issue.Step,
        ReportId = issue.ReportId,
        Reason = issue.Reason,
        Details = issue.Details,
        Count = issue.Count,
        At = issue.At,
    };
}
