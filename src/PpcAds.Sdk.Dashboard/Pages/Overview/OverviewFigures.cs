using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Formatting;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Overview;

/// <summary>
/// The headline figures. While sales fill in, they are as seen and are not compared: against a month that is settled they would
/// always look too bad.
/// </summary>
internal static class OverviewFigures
{
    /// <summary>Amazon corrects clicks for this long.</summary>
    private const int DaysOfSpend = 2;

    public static IReadOnlyList<HeadlineFigure> Of(OverviewModel model, DateTimeOffset now)
    {
        Scope scope = model.Scope;
        PerformanceSums sums = model.Sums;
        PerformanceSums? before = model.Previous;
        string currency = scope.Currency!;
        string against = scope.Previous is { } previous ? $"vs {PeriodChoice.Text(previous, now)}" : "";
        string? seen = scope.Fills ? "as seen" : null;
        string? days = model.DaysLoaded < scope.Period.Days ? $"{model.DaysLoaded} of {scope.Period.Days} days" : null;
        bool isOpen = scope.Period.To > scope.Yesterday.AddDays(-DaysOfSpend);
        return
        [
            new HeadlineFigure("Spend", NumberText.Money(sums.Cost, currency))
            {
                Ink = "spend",
                Note = days ?? (isOpen ? $"final but for {DaysOfSpend} days" : null),
                Change = before is null ? NotCompared(model) : FigureDelta.Percent(sums.Cost, before.Cost, 0, against),
            },
            new HeadlineFigure("Sales", NumberText.Money(sums.Sales, currency))
            {
                Ink = "sales",
                Tag = seen,
                Note = days,
                Change = Settled(before?.Sales, value => FigureDelta.Percent(sums.Sales, value, 1, against)),
            },
            new HeadlineFigure("Orders", NumberText.Count(sums.Orders))
            {
                Tag = seen,
                Note = days,
                Change = Settled(before?.Orders, value => FigureDelta.Percent(sums.Orders, value, 1, against)),
            },
            new HeadlineFigure("ACoS", sums.Acos is { } acos ? NumberText.Rate(acos) : sums.Cost == 0 ? "—" : "no sales")
            {
                Ink = "acos",
                Tag = seen,
                Note = days,
                Change = Settled(before?.Acos, value => FigureDelta.Points(sums.Acos, value, -1, against)),
            },
            new HeadlineFigure("ROAS", sums.Roas is { } roas ? NumberText.Factor(roas) : "—")
            {
                Tag = seen,
                Note = days,
                Change = Settled(
                    before?.Roas, value => sums.Roas is { } now ? FigureDelta.Percent(now, value, 1, against) : null),
            },
        ];

        FigureDelta? Settled(decimal? earlier, Func<decimal, FigureDelta?> change) =>
            scope.Previous is null ? null
            : before is null ? NotCompared(model)
            : scope.Fills ? FigureDelta.TooEarly
            : earlier is { } value ? change(value)
            : null;
    }

    /// <summary>Why there is no change: days of one of the periods are missing.</summary>
    private static FigureDelta? NotCompared(OverviewModel model) =>
        model.Scope.Previous is not { } previous ? null
        : model.PreviousLoaded == 0 ? new FigureDelta("no figures before", "fl")
        : model.PreviousLoaded < previous.Days
            ? new FigureDelta($"{model.PreviousLoaded} of {previous.Days} days before", "fl")
        : null;
}
