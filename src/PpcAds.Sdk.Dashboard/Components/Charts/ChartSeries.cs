using System.ComponentModel;

namespace PpcAds.Sdk.Dashboard.Components.Charts;

/// <summary>A series of a chart by day.</summary>
/// <param name="Label">Its name in legend and table.</param>
/// <param name="Ink">Its colour: <c>sales</c>, <c>spend</c>, <c>acos</c> or <c>prev</c>.</param>
/// <param name="Values">A value a day; <see langword="null"/> for a gap: not loaded, or a rate without divisor.</param>
/// <param name="Line">How it is drawn.</param>
/// <param name="Fills">Whether its newest days are still filling in.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ChartSeries(
    string Label, string Ink, IReadOnlyList<decimal?> Values, ChartLine Line = ChartLine.Line, bool Fills = false);
