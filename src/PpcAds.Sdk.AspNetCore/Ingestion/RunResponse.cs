using System.Text.Json.Serialization;
using PpcAds.Sdk.AspNetCore.Access;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.AspNetCore.Ingestion;

/// <summary>A run.</summary>
internal record RunResponse
{
    [JsonPropertyName("run_id")]
    public required string RunId { get; init; }

    /// <summary><c>sync_all</c>, <c>sync_account</c>, <c>sync_profile</c> or <c>request_days</c>.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    [JsonPropertyName("account_id")]
    public required string? AccountId { get; init; }

    [JsonPropertyName("profile_id")]
    public required string? ProfileId { get; init; }

    [JsonPropertyName("from")]
    public required DateOnly? From { get; init; }

    [JsonPropertyName("to")]
    public required DateOnly? To { get; init; }

    [JsonPropertyName("datasets")]
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>succeeded</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    [JsonPropertyName("cancel_requested")]
    public required bool CancelRequested { get; init; }

    [JsonPropertyName("requested_at")]
    public required DateTimeOffset RequestedAt { get; init; }

    [JsonPropertyName("started_at")]
    public required DateTimeOffset? StartedAt { get; init; }

    /// <summary>When all was listed and planned; from then on it waits for its reports.</summary>
    [JsonPropertyName("synced_at")]
    public required DateTimeOffset? SyncedAt { get; init; }

    [JsonPropertyName("finished_at")]
    public required DateTimeOffset? FinishedAt { get; init; }

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
