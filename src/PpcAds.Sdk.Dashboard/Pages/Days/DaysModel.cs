using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Throttling;

namespace PpcAds.Sdk.Dashboard.Pages.Days;

/// <summary>Which days of a profile are here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record DaysModel
{
    /// <summary>Gets the state of the page.</summary>
    public required UrlState Url { get; init; }

    /// <summary>Gets the accounts that the user may see.</summary>
    public required IReadOnlyList<AccountState> Visible { get; init; }

    /// <summary>Gets the account; <see langword="null"/> if there is none with profiles.</summary>
    public AccountState? Account { get; init; }

    /// <summary>Gets the profile.</summary>
    public ProfileState? Profile { get; init; }

    /// <summary>Gets the days of the calendar.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    /// <summary>Gets the datasets.</summary>
    public IReadOnlyList<DatasetDays> Datasets { get; init; } = [];

    /// <summary>Gets the newest report jobs, those that need someone first.</summary>
    public IReadOnlyList<ReportJob> Jobs { get; init; } = [];

    /// <summary>Gets what Amazon refuses again and again.</summary>
    public IReadOnlyList<DatasetRefusal> Refusals { get; init; } = [];

    /// <summary>Gets the newest issues.</summary>
    public IReadOnlyList<SyncIssue> Issues { get; init; } = [];

    /// <summary>Gets the rates that Amazon allows the account; <see langword="null"/> if the store keeps none.</summary>
    public IReadOnlyList<LearnedRate>? Rates { get; init; }

    /// <summary>Gets how many days of all datasets can be loaded, and how many are.</summary>
    public (int Complete, int All) Counts
    {
        get
        {
            DayShape[] known =
            [
                .. Datasets.SelectMany(dataset => dataset.Days).Select(day => day.Shape)
                    .Where(shape => shape is not (DayShape.None or DayShape.Today)),
            ];
            return (known.Count(shape => shape is DayShape.Loaded or DayShape.Restated or DayShape.Empty), known.Length);
        }
    }
}
