using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A report on its way from plan to table.</summary>
internal sealed record ReportJobResponse
{
    [Description("The job's number.")]
    [JsonPropertyName("job_id")]
    public required string JobId { get; init; }

    [Description("The account's number.")]
    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [Description("Amazon's id of the profile.")]
    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [Description("The dataset, such as sp.campaign.")]
    [JsonPropertyName("dataset")]
    public required string Dataset { get; init; }

    [Description("The first day, in the profile's time zone.")]
    [JsonPropertyName("from")]
    public required DateOnly From { get; init; }

    [Description("The last day, inclusive.")]
    [JsonPropertyName("to")]
    public required DateOnly To { get; init; }

    /// <summary><c>missing</c>, <c>restatement</c> or <c>manual</c>.</summary>
    [Description("Why the days are requested.")]
    [AllowedValues("missing", "restatement", "manual", "suspect")]
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    /// <summary>
    /// <c>planned</c>, <c>requesting</c>, <c>requested</c>, <c>generating</c>, <c>ready</c>, <c>loading</c>, <c>failed</c>,
    /// <c>suspect</c>; final: <c>loaded</c>, <c>abandoned</c>.
    /// </summary>
    [Description("What became of it; `loaded` and `abandoned` are final.")]
    [AllowedValues("planned", "requesting", "requested", "generating", "ready", "loading", "failed", "suspect", "loaded",
        "abandoned")]
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>Amazon's id of the report, once there is one.</summary>
    [Description("Amazon's id of the report, once there is one.")]
    [JsonPropertyName("report_id")]
    public required string? ReportId { get; init; }

    [Description("When it was added.")]
    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When it was requested; null if it was not yet.")]
    [JsonPropertyName("requested_at")]
    public required DateTimeOffset? RequestedAt { get; init; }

    [Description("When Amazon took the figures; null before.")]
    [JsonPropertyName("generated_at")]
    public required DateTimeOffset? GeneratedAt { get; init; }

    [Description("When the next step is due.")]
    [JsonPropertyName("due_at")]
    public required DateTimeOffset DueAt { get; init; }

    [Description("How many reports were requested for it.")]
    [JsonPropertyName("attempts")]
    public required int Attempts { get; init; }

    [Description("Why the last step failed; null otherwise.")]
    [JsonPropertyName("error")]
    public required string? Error { get; init; }

    public static ReportJobResponse Of(ReportJob job) => new()
    {
        JobId = Ids.Of(job.JobId),
        AccountId = job.AccountId.ToString(),
        ProfileId = job.ProfileId.ToString(),
        Dataset = job.Dataset,
        From = job.StartDate,
        To = job.EndDate,
        Reason = Ids.NameOf(job.Reason),
        State = Ids.NameOf(job.State),
        ReportId = job.ReportId,
        CreatedAt = job.CreatedAt,
        RequestedAt = job.RequestedAt,
        GeneratedAt = job.GeneratedAt,
        DueAt = job.DueAt,
        Attempts = job.Attempts,
        Error = job.Error,
    };
}
