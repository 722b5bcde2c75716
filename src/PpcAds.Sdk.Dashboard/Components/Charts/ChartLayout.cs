namespace PpcAds.Sdk.Dashboard.Components.Charts;

/// <summary>Where the parts of a chart stand.</summary>
internal sealed class ChartLayout
{
    private const int Gap = 34;
    private const int AxisHeight = 24;
    private const int MostLabels = 10;

    public ChartLayout(DayChartModel model)
    {
        Model = model;
        int top = 0;
        foreach (ChartPanel panel in model.Panels)
        {
            decimal largest = panel.Series.SelectMany(series => series.Values).Max() ?? 0;
            ChartScale scale = ChartScale.For(largest);
            Panels.Add(new Placed(panel, top, scale, new ChartPaths(model.Days.Count, panel.Height, scale.Top)));
            top += panel.Height + Gap;
        }

        Bottom = top - Gap;
        FillsAt = model.FillsFrom is { } day ? Math.Max(0, model.Days.Count(one => one < day)) : null;
        if (FillsAt >= model.Days.Count)
        {
            FillsAt = null;
        }
    }

    public DayChartModel Model { get; }

    public List<Placed> Panels { get; } = [];

    /// <summary>The lower end of the lowest panel.</summary>
    public int Bottom { get; }

    public int Height => Bottom + AxisHeight;

    /// <summary>The first day that is still filling in, by place.</summary>
    public int? FillsAt { get; }

    public ChartPaths Paths => Panels[0].Paths;

    /// <summary>Where the hatched ground begins, in 1000 units: between the last settled day and the first that is not.</summary>
    public double FillsX => FillsAt is not { } at ? 1000
        : at == 0 ? 0
        : (Paths.X(at - 1) + Paths.X(at)) / 2;

    /// <summary>The days with a label; every second one only where there is room.</summary>
    public IEnumerable<(int Day, bool IsExtra)> Labels()
    {
        int count = Model.Days.Count;
        int step = Math.Max(1, (int)Math.Ceiling(count / (double)MostLabels));
        int last = count - 1;
        for (int day = last % step, index = (last - (last % step)) / step; day < count; day += step, index--)
        {
            yield return (day, count > 4 && index % 2 == 1);
        }
    }

    /// <summary>A panel with its place.</summary>
    internal sealed record Placed(ChartPanel Panel, int Top, ChartScale Scale, ChartPaths Paths);
}
