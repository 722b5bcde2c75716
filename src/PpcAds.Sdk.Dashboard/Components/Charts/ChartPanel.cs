using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components.Charts;

/// <summary>A panel of a chart with one axis; panels stand over one another and share the days.</summary>
/// <param name="Height">The height in pixels.</param>
/// <param name="Format">How its values are written at the axis.</param>
/// <param name="Exact">How its values are written in the table.</param>
/// <param name="Series">Its series, at most four.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ChartPanel(
    int Height, Func<decimal, string> Format, Func<decimal, string> Exact, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Gets what stands behind the topmost label of the axis, such as <c>ACoS</c>.</summary>
    public string? AxisName { get; init; }
}
