using System.Globalization;
using PpcAds.Sdk.Dashboard.Components;
using PpcAds.Sdk.Dashboard.Hosting;
using PpcAds.Sdk.Dashboard.Pages.Problems;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.Dashboard.Data;

/// <summary>The period of an address: a name, or a first and a last day.</summary>
internal static class PeriodChoice
{
    public const string Default = "28d";

    /// <summary>The parameters that belong to it.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["period", "from", "to", "compare"];

    /// <summary>The periods that have a name, with their words.</summary>
    public static IReadOnlyList<(string Value, string Text)> Options(DateOnly yesterday, DateTimeOffset now) =>
    [
        .. new[] { ("7d", "Last 7 days"), (Default, "Last 28 days"), ("90d", "Last 90 days"), ("month", "Last full month") }
            .Select(pair => (pair.Item1, $"{pair.Item2} · {Text(Named(pair.Item1, yesterday)!.Value, now)}")),
    ];

    /// <summary>Reads the period.</summary>
    /// <exception cref="PageException">The address has one that does not exist.</exception>
    public static PerformancePeriod Read(UrlState url, DateOnly yesterday)
    {
        if (url["from"] is null && url["to"] is null)
        {
            return Named(url["period"] ?? Default, yesterday)
                ?? throw new PageException(ProblemPages.WrongValue("period", "7d, 28d, 90d or month"));
        }

        var period = new PerformancePeriod(Day(url, "from"), Day(url, "to"));
        return period.Days is >= 1 and <= PerformancePeriod.MaxDays
            ? period
            : throw new PageException(
                ProblemPages.WrongValue("to", $"from the first day to {PerformancePeriod.MaxDays} days later"));
    }

    /// <summary>The period that it is compared with; null for none.</summary>
    /// <exception cref="PageException">The address has one that does not exist.</exception>
    public static PerformancePeriod? ReadPrevious(UrlState url, PerformancePeriod period) => url["compare"] switch
    {
        null or "previous" => period.Previous,
        "year" => new PerformancePeriod(period.From.AddYears(-1), period.To.AddYears(-1)),
        "none" => null,
        _ => throw new PageException(ProblemPages.WrongValue("compare", "previous, year or none")),
    };

    public static string Text(PerformancePeriod period, DateTimeOffset now) =>
        Formatting.DateText.Period(period.From, period.To, now);

    private static PerformancePeriod? Named(string name, DateOnly yesterday) => name switch
    {
        "7d" => new PerformancePeriod(yesterday.AddDays(-6), yesterday),
        "28d" => new PerformancePeriod(yesterday.AddDays(-27), yesterday),
        "90d" => new PerformancePeriod(yesterday.AddDays(-89), yesterday),
        "month" => MonthBefore(yesterday.AddDays(1)),
        _ => null,
    };

    private static PerformancePeriod MonthBefore(DateOnly today)
    {
        DateOnly last = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        return new PerformancePeriod(new DateOnly(last.Year, last.Month, 1), last);
    }

    private static DateOnly Day(UrlState url, string name) =>
        DateOnly.TryParseExact(url[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new PageException(ProblemPages.WrongValue(name, "a day such as 2026-11-28"));
}
