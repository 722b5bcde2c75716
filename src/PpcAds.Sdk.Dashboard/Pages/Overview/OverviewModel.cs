using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Components.Charts;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Ingestion;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>The overview.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record OverviewModel
{
    /// <summary>Gets what the figures are of.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Gets the sums of the period.</summary>
    public required PerformanceSums Sums { get; init; }

    /// <summary>Gets the sums of the period before; <see langword="null"/> if it is not loaded whole.</summary>
    public PerformanceSums? Previous { get; init; }

    /// <summary>Gets how many days of the period are loaded whole.</summary>
    public required int DaysLoaded { get; init; }

    /// <summary>Gets how many days of the period before are loaded whole.</summary>
    public int PreviousLoaded { get; init; }

    /// <summary>Gets the chart.</summary>
    public DayChartModel? Chart { get; init; }

    /// <summary>Gets the campaigns that changed most.</summary>
    public required IReadOnlyList<Mover> Movers { get; init; }

    /// <summary>Gets what needs someone.</summary>
    public required IReadOnlyList<AttentionItem> Attention { get; init; }

    /// <summary>Gets the first sync that goes on, with how many of its reports are loaded.</summary>
    public (QueuedRun Run, int Loaded, int Reports)? FirstSync { get; init; }

    /// <summary>Gets whether the user may sync all accounts.</summary>
    public bool MaySyncAll { get; init; }

    /// <summary>Gets whether movers are compared by spend, since sales still fill in.</summary>
    public bool MoversBySpend => Scope.Fills;

    /// <summary>Gets whether anything was ever loaded.</summary>
    public bool HasFigures => DaysLoaded > 0 || Sums != PerformanceSums.Zero;
}
