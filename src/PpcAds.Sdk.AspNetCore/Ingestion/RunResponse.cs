using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>A run.</summary>
internal record RunResponse
{
    [Description("The run's number.")]
    [JsonPropertyName("run_id")]
    public required string RunId { get; init; }

    /// <summary><c>sync_all</c>, <c>sync_account</c>, <c>sync_profile</c> or <c>request_days</c>.</summary>
    [Description("What it does.")]
    [AllowedValues("sync_all", "sync_account", "sync_profile", "request_days")]
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    [Description("The account's number; null for all accounts.")]
    [JsonPropertyName("account_id")]
    public required string? AccountId { get; init; }

    [Description("Amazon's id of the profile; null for all.")]
    [JsonPropertyName("profile_id")]
    public required string? ProfileId { get; init; }

    [Description("The first day that is requested by hand, in each profile's time zone; null for what is due.")]
    [JsonPropertyName("from")]
    public required DateOnly? From { get; init; }

    [Description("The last such day, inclusive.")]
    [JsonPropertyName("to")]
    public required DateOnly? To { get; init; }

    [Description("The datasets of those days; none for all.")]
    [JsonPropertyName("datasets")]
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    [Description("What became of it.")]
    [AllowedValues("queued", "running", "succeeded", "failed", "cancelled")]
    [JsonPropertyName("state")]
    public required string State { get; init; }

    [Description("Whether it was cancelled; it ends after the step that is running.")]
    [JsonPropertyName("cancel_requested")]
    public required bool CancelRequested { get; init; }

    [Description("When it was requested; null if it was not yet.")]
    [JsonPropertyName("requested_at")]
    public required DateTimeOffset RequestedAt { get; init; }

    [Description("When it began; null while it is queued.")]
    [JsonPropertyName("started_at")]
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>When all was listed and planned; from then on it waits for its reports.</summary>
    [Description("When all was listed and planned; from then on it waits for its reports.")]
    [JsonPropertyName("synced_at")]
    public required DateTimeOffset? SyncedAt { get; init; }

    [Description("When it ended; null before.")]
    [JsonPropertyName("finished_at")]
    public required DateTimeOffset? FinishedAt { get; init; }

    [Description("Why it failed; null otherwise.")]
    [JsonPropertyName("error")]
    public required string? Error { get; init; }

    public static RunResponse Of(QueuedRun run) => new()
    {
        RunId = Ids.Of(run.RunId),
        Kind = KindOf(run.Request),
        AccountId = run.Request.AccountId?.ToString(),
        ProfileId = run.Request.ProfileId?.ToString(),
        From = run.Request.StartDate,
        To = run.Request.EndDate,
        Datasets = run.Request.Datasets,
        State = Ids.NameOf(run.State),
        CancelRequested = run.IsCancelRequested,
        RequestedAt = run.RequestedAt,
        StartedAt = run.StartedAt,
        SyncedAt = run.SyncedAt,
        FinishedAt = run.FinishedAt,
        Error = run.Error,
    };

    private static string KindOf(RunRequest request) =>
        request.StartDate is not null ? "request_days"
        : request.ProfileId is not null ? "sync_profile"
        : request.AccountId is not null ? "sync_account"
        : "sync_all";
}
