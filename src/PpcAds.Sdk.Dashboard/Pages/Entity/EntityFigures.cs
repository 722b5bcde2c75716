using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Data;
using PpcAds.Sdk.Dashboard.Formatting;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Pages.Entity;

/// <summary>The headline figures of one row. While sales fill in, they are as seen and are not compared.</summary>
internal static class EntityFigures
{
    public static IReadOnlyList<HeadlineFigure> Of(EntityModel model, DateTimeOffset now)
    {
        PerformanceSums sums = model.Row.Sums;
        string currency = model.Scope.Currency!;
        bool isWhole = model.Scope.Previous is { } period && model.Before.Count == period.Days
            && model.Days.Count == model.Scope.Period.Days;
        PerformanceSums? before = isWhole ? model.Row.Previous : null;
        string against = model.Scope.Previous is { } previous ? $"vs {PeriodChoice.Text(previous, now)}" : "";
        string? seen = model.Fills ? "as seen" : null;
        string? days = model.Days.Count < model.Scope.Period.Days
            ? $"{model.Days.Count} of {model.Scope.Period.Days} days"
            : null;
        return
        [
            new HeadlineFigure("Spend", NumberText.Money(sums.Cost, currency))
            {
                Ink = "spend", Note = days, Change = FigureDelta.Percent(sums.Cost, before?.Cost, 0, against),
            },
            Settled("Sales", NumberText.Money(sums.Sales, currency), "sales", one => FigureDelta.Percent(sums.Sales, one.Sales, 1, against)),
            Settled("Orders", NumberText.Count(sums.Orders), null, one => FigureDelta.Percent(sums.Orders, one.Orders, 1, against)),
            Settled(
                "ACoS",
                sums.Acos is { } acos ? NumberText.Rate(acos) : sums.Cost == 0 ? "—" : "no sales",
                "acos",
                one => FigureDelta.Points(sums.Acos, one.Acos, -1, against)),
            Settled(
                "Conversion rate",
                sums.Cvr is { } cvr ? NumberText.Rate(cvr) : "no clicks",
                null,
                one => FigureDelta.Points(sums.Cvr, one.Cvr, 1, against)),
        ];

        HeadlineFigure Settled(string label, string value, string? ink, Func<PerformanceSums, FigureDelta?> change) =>
            new(label, value)
            {
                Ink = ink,
                Tag = seen,
                Note = days,
                Change = before is null ? null : model.Fills ? FigureDelta.TooEarly : change(before),
            };
    }
}
