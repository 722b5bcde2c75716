using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>Something that a person may want to know about a sync.</summary>
internal sealed record IssueResponse
{
    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("Amazon's id of the profile.")]
    [JsonPropertyName("profile_id")]
    public required string? ProfileId { get; init; }

    /// <summary>The step, such as <c>keywords</c> or <c>load sp.target</c>.</summary>
    [Description("The step, such as `keywords` or `load sp.target`.")]
    [JsonPropertyName("step")]
    public required string Step { get; init; }

    /// <summary>Amazon's id of the report, if it is about one.</summary>
    [Description("Amazon's id of the report, if it is about one.")]
    [JsonPropertyName("report_id")]
    public required string? ReportId { get; init; }

    /// <summary>One of few texts, such as <c>number malformed</c>.</summary>
    [Description("One of few texts, such as `number malformed`.")]
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    [Description("What exactly, for people.")]
    [JsonPropertyName("details")]
    public required string Details { get; init; }

    /// <summary>How many things the issue stands for.</summary>
    [Description("How many things the issue stands for.")]
    [JsonPropertyName("count")]
    public required long Count { get; init; }

    [Description("When it was noted.")]
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
