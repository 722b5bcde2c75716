using System.ComponentModel;
using PpcAds.Sdk.Accounts;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Ingestion;

namespace PpcAds.Sdk.Dashboard.Pages.Runs;

/// <summary>The list of runs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RunListModel
{
    /// <summary>Gets the state of the page.</summary>
    public required UrlState Url { get; init; }

    /// <summary>Gets the runs of the page with what they sync, newest first.</summary>
    public required IReadOnlyList<(QueuedRun Run, string Subject)> Runs { get; init; }

    /// <summary>Gets the accounts that runs can be of.</summary>
    public required IReadOnlyList<Account> Accounts { get; init; }

    /// <summary>Gets what reads the next page.</summary>
    public string? Next { get; init; }

    /// <summary>Gets the number of the first run of the page.</summary>
    public required int FirstRow { get; init; }

    /// <summary>Gets whether no worker takes on runs, and when one was last seen.</summary>
    public (bool IsAbsent, DateTimeOffset? SeenAt) Worker { get; init; }
}
