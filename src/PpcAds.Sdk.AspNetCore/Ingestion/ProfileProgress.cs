using System.ComponentModel;
using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>How far one profile is.</summary>
internal sealed record ProfileProgress
{
    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("Amazon's id of the profile; null for what is the account's own.")]
    [JsonPropertyName("profile_id")]
    public required string? ProfileId { get; init; }

    [Description("The steps so far, in the order in which they began.")]
    [JsonPropertyName("steps")]
    public required IReadOnlyList<StepProgress> Steps { get; init; }

    /// <summary>How many reports there are.</summary>
    [Description("How many reports there are.")]
    [JsonPropertyName("reports_total")]
    public required int ReportsTotal { get; init; }

    [Description("How many reports are loaded.")]
    [JsonPropertyName("reports_loaded")]
    public required int ReportsLoaded { get; init; }

    /// <summary>How many were given up.</summary>
    [Description("How many were given up.")]
    [JsonPropertyName("reports_failed")]
    public required int ReportsFailed { get; init; }

    public static ProfileProgress Of(
        AccountId account, ProfileId? profile, IReadOnlyList<RunStep> steps, IReadOnlyList<ReportJob> jobs) => new()
        {
            AccountId = account.ToString(),
            ProfileId = profile?.ToString(),
            Steps =
        [
            .. steps.Select(step => new StepProgress
            {
                Step = step.Step,
                Outcome = step.Outcome is { } outcome ? Ids.NameOf(outcome) : "running",
                Reason = step.Reason,
                Rows = step.Rows,
            }),
        ],
            ReportsTotal = jobs.Count,
            ReportsLoaded = jobs.Count(job => job.State == ReportJobState.Loaded),
            ReportsFailed = jobs.Count(job => job.State == ReportJobState.Abandoned),
        };
}
