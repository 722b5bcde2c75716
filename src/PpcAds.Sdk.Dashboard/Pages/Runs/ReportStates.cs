using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Formatting;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>The states of reports in words.</summary>
internal static class ReportStates
{
    public static StatusKind KindOf(ReportJobState state) => state switch
    {
        ReportJobState.Loaded => StatusKind.Good,
        ReportJobState.Suspect or ReportJobState.Failed => StatusKind.Attention,
        ReportJobState.Abandoned => StatusKind.Bad,
        ReportJobState.Planned => StatusKind.Waiting,
        _ => StatusKind.Working,
    };

    public static string WordOf(ReportJobState state) => state switch
    {
        ReportJobState.Planned => "Not yet",
        ReportJobState.Requesting or ReportJobState.Requested or ReportJobState.Generating => "Generating",
        ReportJobState.Ready or ReportJobState.Loading => "Loading",
        ReportJobState.Failed => "Again soon",
        _ => state.ToString(),
    };

    /// <summary>What needs someone first, then what goes on, then what is over.</summary>
    public static int OrderOf(ReportJobState state) => state switch
    {
        ReportJobState.Abandoned => 0,
        ReportJobState.Suspect or ReportJobState.Failed => 1,
        ReportJobState.Loading or ReportJobState.Ready => 2,
        ReportJobState.Generating or ReportJobState.Requested or ReportJobState.Requesting => 3,
        ReportJobState.Loaded => 4,
        _ => 5,
    };

    public static string DetailOf(ReportJob job, DateTimeOffset now) => job switch
    {
        { State: ReportJobState.Suspect } => $"would remove too much; requested again from {DateText.Moment(job.DueAt, now)}",
        { Error: { } error } => error,
        { State: ReportJobState.Generating or ReportJobState.Requested, RequestedAt: { } since } =>
            $"at Amazon since {DateText.Moment(since, now)}",
        { State: ReportJobState.Loaded, GeneratedAt: { } taken } => $"figures of {DateText.Moment(taken, now)}",
        _ => "",
    };
}
