using PpcAds.Sdk.Dashboard.Components.Charts;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Formatting;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>Money by day, and ACoS in a panel of its own: two axes on one chart can be made to say anything.</summary>
internal static class OverviewChart
{
    private const int MoneyHeight = 250;
    private const int RateHeight = 96;

    public static DayChartModel Of(
        Scope scope, IReadOnlyList<PerformanceDaySums> days, IReadOnlyList<PerformanceDaySums> before)
    {
        PerformancePeriod period = scope.Period;
        string currency = scope.Currency!;
        Dictionary<int, PerformanceDaySums> byDay = days.ToDictionary(day => day.Date.DayNumber - period.From.DayNumber);
        DateOnly[] all = [.. Enumerable.Range(0, period.Days).Select(period.From.AddDays)];
        var money = new List<ChartSeries>
        {
            new("Sales", "sales", Values(sums => sums.Sales), ChartLine.Area, Fills: true),
            new("Spend", "spend", Values(sums => sums.Cost)),
        };
        if (scope.Previous is { } previous && before.Count > 0)
        {
            Dictionary<int, PerformanceDaySums> earlier = before.ToDictionary(
                day => day.Date.DayNumber - previous.From.DayNumber);
            money.Add(new ChartSeries(
                "Sales before",
                "prev",
                [.. Enumerable.Range(0, period.Days).Select(day => earlier.GetValueOrDefault(day)?.Sums.Sales)],
                ChartLine.Thin));
        }

        PerformanceSums sum = OverviewReader.Sum(days);
        PerformanceDaySums? best = days.MaxBy(day => day.Sums.Sales);
        string message = $"By day, {DateText.LongDay(period.From)} to {DateText.LongDay(period.To)}. "
            + $"Sales {NumberText.Money(sum.Sales, currency)}, spend {NumberText.Money(sum.Cost, currency)}."
            + (best is null ? "" : $" Highest sales: {DateText.LongDay(best.Date)}.")
            + (scope.Fills ? " The newest days are still filling in." : "");
        return new DayChartModel(
            "by-day",
            message,
            all,
            [
                new ChartPanel(
                    MoneyHeight,
                    value => NumberText.AxisMoney(value, currency),
                    value => NumberText.Money(value, currency),
                    money),
                new ChartPanel(
                    RateHeight,
                    value => NumberText.Rate(value, 0),
                    value => NumberText.Rate(value),
                    [new ChartSeries("ACoS", "acos", Values(sums => sums.Acos), Fills: true)]) { AxisName = "ACoS" },
            ])
        {
            FillsFrom = scope.Fills ? scope.FillsFrom : null,
            Missing = all.Where((_, day) => !byDay.ContainsKey(day)).ToHashSet(),
        };

        decimal?[] Values(Func<PerformanceSums, decimal?> of) =>
            [.. Enumerable.Range(0, period.Days)
                .Select(day => byDay.GetValueOrDefault(day) is { } found ? of(found.Sums) : null)];
    }
}
