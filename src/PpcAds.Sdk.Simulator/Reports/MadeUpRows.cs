using System.Globalization;
using PpcAds.Sdk.Simulator.Model;

namespace PpcAds.Sdk.Simulator.Reports;

/// <summary>
/// Rows for report types without a model behind them: a few entities a day, each value of the kind that its column has.
/// </summary>
internal static class MadeUpRows
{
    private const int EntitiesPerDay = 5;

    public static IEnumerable<Func<string, object?>> Of(SimulatedReport report)
    {
        for (DateOnly day = report.Start; day <= report.Ask.End; day = Next(day, report))
        {
            for (long entity = 1; entity <= EntitiesPerDay; entity++)
            {
                yield return HostileRow(report, day, entity);
            }
        }
    }

    /// <summary>The first day of the period after the one that begins on a day. A summary is one period.</summary>
    private static DateOnly Next(DateOnly day, SimulatedReport report) => report.Ask.TimeUnit switch
    {
        "DAILY" => day.AddDays(1),
        "WEEKLY" => day.AddDays(7),
        "MONTHLY" => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
        _ => report.Ask.End.AddDays(1),
    };

    /// <summary>One row; the same entity has the same names and ids on all days.</summary>
    public static Func<string, object?> Row(SimulatedReport report, DateOnly day, long entity)
    {
        Dice own = report.Profile.Dice.For(report.Type.Id).For(entity);
        return column => column switch
        {
            "date" => Day(day),
            "startDate" or "intervalStart" => Day(report.Ask.Start),
            "endDate" or "intervalEnd" => Day(report.Ask.End),
            "campaignBudgetCurrencyCode" or "orderCurrency" => report.Profile.Marketplace.CurrencyCode,
            _ when column.EndsWith("Id", StringComparison.Ordinal) =>
                own.For(column).Between(100_000_000_000_000, 999_999_999_999_999),
            _ => report.Type.ColumnTypes.GetValueOrDefault(column) switch
            {
                "Decimal" => own.For(column).For(day.DayNumber).Between(0, 100_000) / 100m,
                "Integer" or "Long" => own.For(column).For(day.DayNumber).Between(0, 5_000),
                _ => string.Create(CultureInfo.InvariantCulture, $"{column} {entity}"),
            },
        };
    }

    /// <summary>
    /// The same row with values in it that are legal and hard to read. Its days stay as they are, since they are the row's key.
    /// </summary>
    private static Func<string, object?> HostileRow(SimulatedReport report, DateOnly day, long entity)
    {
        Func<string, object?> ordinary = Row(report, day, entity);
        Dice dice = report.Profile.Dice.For("hostile").For(report.Type.Id).For(entity).For(day.DayNumber);
        return column =>
            column is not ("date" or "startDate" or "endDate")
            && HostileValues.TryPick(
                dice.For(column), column, report.Type.ColumnTypes.GetValueOrDefault(column), out object? value)
                ? value
                : ordinary(column);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
