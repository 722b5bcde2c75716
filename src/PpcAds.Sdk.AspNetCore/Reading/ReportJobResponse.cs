using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Reading;

/// <summary>A report on its way from plan to table.</summary>
internal sealed record ReportJobResponse
{
    [JsonPropertyName("job_id")]
    public required string JobId { get; init; }

    [JsonPropertyName("account_id")]
    public required string AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string ProfileId { get; init; }

    [JsonPropertyName("dataset")]
    public required string Dataset { get; init; }

    [JsonPropertyName("from")]
    public required DateOnly From { get; init; }

    [JsonPropertyName("to")]
    public required DateOnly To { get; init; }

    /// <summary><c>missing</c>, <c>restatement</c> or <c>manual</c>.</summary>
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    /// <summary>
    /// <c>planned</c>, <c>requesting</c>, <c>requested</c>, <c>generating</c>, <c>ready</c>, <c>loading</c>, <c>failed</c>,
    /// <c>suspect</c>; final: <c>loaded</c>, <c>abandoned</c>.
    /// </summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>Amazon's id of the report, once there is one.</summary>
    [JsonPropertyName("report_id")]
    public required string? ReportId { get; init; }

    [JsonPropertyName("created_at")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("requested_at")]
    public required DateTimeOffset? RequestedAt { get; init; }

    [JsonPropertyName("generated_at")]
    public required DateTimeOffset? GeneratedAt { get; init; }

    [JsonPropertyName("due_at")]
    public required DateTimeOffset DueAt { get; init; }

    [JsonPropertyName("attempts")]
    public required int Attempts { get; init; }

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
