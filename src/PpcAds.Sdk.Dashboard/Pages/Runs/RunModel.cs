using System.ComponentModel;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>A run, as its page shows it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RunModel
{
    /// <summary>Gets the run.</summary>
    public required QueuedRun Run { get; init; }

    /// <summary>Gets what it syncs, in words.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets its reports.</summary>
    public required IReadOnlyList<ReportJob> Jobs { get; init; }

    /// <summary>Gets how far each profile is.</summary>
    public required IReadOnlyList<ProfileProgress> Profiles { get; init; }

    /// <summary>Gets which of the columns have steps in this run.</summary>
    public required IReadOnlyList<bool> Columns { get; init; }

    /// <summary>Gets what failed.</summary>
    public required IReadOnlyList<RunFailure> Failures { get; init; }

    /// <summary>Gets how long such runs take, if enough are known.</summary>
    public (TimeSpan Least, TimeSpan Most)? Usual { get; init; }

    /// <summary>Gets whether all reports are listed.</summary>
    public bool ShowsAll { get; init; }

    /// <summary>Gets whether no worker takes it on, and when one was last seen.</summary>
    public (bool IsAbsent, DateTimeOffset? SeenAt) Worker { get; init; }

    /// <summary>Gets how many reports are loaded.</summary>
    public int Loaded => Jobs.Count(job => job.State == ReportJobState.Loaded);
}
