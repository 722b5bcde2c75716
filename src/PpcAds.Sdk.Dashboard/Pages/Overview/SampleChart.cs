using System.Globalization;
using PpcAds.Sdk.Dashboard.Components.Charts;
using PpcAds.Sdk.Dashboard.Formatting;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>A chart of no one's figures, for a page that has none yet and says so.</summary>
internal static class SampleChart
{
    private const int Count = 28;
    private const int Filling = 7;

    public static DayChartModel Of(DateTimeOffset now)
    {
        DateOnly last = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        DateOnly[] days = [.. Enumerable.Range(0, Count).Select(day => last.AddDays(day + 1 - Count))];
        decimal?[] spend = [.. Enumerable.Range(0, Count).Select(day => (decimal?)(300 + (day * day * 37 % 11 * 9)))];
        decimal?[] sales = [.. Enumerable.Range(0, Count).Select(day => (decimal?)SalesOf(day))];
        return new DayChartModel(
            "sample",
            "Sample chart",
            days,
            [
                new ChartPanel(
                    150,
                    value => NumberText.AxisMoney(value, "USD"),
                    value => value.ToString("N0", CultureInfo.CurrentCulture),
                    [
                        new ChartSeries("Sales", "sales", sales, ChartLine.Area, Fills: true),
                        new ChartSeries("Spend", "spend", spend),
                    ]),
            ])
        { FillsFrom = last.AddDays(1 - Filling) };
    }

    /// <summary>The newest days have part of their sales only.</summary>
    private static decimal SalesOf(int day) =>
        (1000 + (day * day * 53 % 17 * 22)) * (1m - (Math.Max(0, day - Count + Filling + 1) * 0.06m));
}
