using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components.Charts;

/// <summary>A chart by day.</summary>
/// <param name="Id">A name for it on the page.</param>
/// <param name="Message">What it shows, in words.</param>
/// <param name="Days">The days, in order.</param>
/// <param name="Panels">Its panels, from top to bottom.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record DayChartModel(
    string Id, string Message, IReadOnlyList<DateOnly> Days, IReadOnlyList<ChartPanel> Panels)
{
    /// <summary>Gets the first day that is still filling in; <see langword="null"/> if none is.</summary>
    public DateOnly? FillsFrom { get; init; }

    /// <summary>Gets the days that are not loaded; they are gaps.</summary>
    public IReadOnlySet<DateOnly> Missing { get; init; } = new HashSet<DateOnly>();
}
