using System.Globalization;

namespace PpcAds.Sdk.Dashboard.Formatting;

/// <summary>Days and moments as people read them; in files and attributes they are ISO 8601.</summary>
internal static class DateText
{
    /// <summary>Such as <c>28 Nov</c>; with the year when it is another one.</summary>
    public static string Day(DateOnly day, DateTimeOffset now) =>
        day.ToString(day.Year == now.UtcDateTime.Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Such as <c>Sat 28 Nov 2026</c>.</summary>
    public static string LongDay(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Such as <c>1–28 Nov</c> or <c>29 Oct – 28 Nov</c>.</summary>
    public static string Period(DateOnly from, DateOnly to, DateTimeOffset now) =>
        from == to ? Day(from, now)
        : from.Year == to.Year && from.Month == to.Month ? $"{from.Day}–{Day(to, now)}"
        : from.Year == to.Year ? $"{from.ToString("d MMM", CultureInfo.CurrentCulture)} – {Day(to, now)}"
        : $"{from.ToString("d MMM yyyy", CultureInfo.CurrentCulture)} – {to.ToString("d MMM yyyy", CultureInfo.CurrentCulture)}";

    /// <summary>Such as <c>08:41</c> today and <c>28 Nov 04:12</c> before, in UTC.</summary>
    public static string Moment(DateTimeOffset at, DateTimeOffset now)
    {
        DateTime utc = at.UtcDateTime;
        string time = utc.ToString("HH:mm", CultureInfo.InvariantCulture);
        return utc.Date == now.UtcDateTime.Date ? time : $"{Day(DateOnly.FromDateTime(utc), now)} {time}";
    }

    /// <summary>Such as <c>4 min 02 s</c>.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 60 } => $"{Math.Max(0, (int)duration.TotalSeconds)} s",
        { TotalMinutes: < 60 } => $"{(int)duration.TotalMinutes} min {duration.Seconds:00} s",
        { TotalHours: < 48 } => $"{(int)duration.TotalHours} h {duration.Minutes:00} min",
        _ => $"{(int)duration.TotalDays} days",
    };

    /// <summary>Such as <c>12 minutes ago</c>.</summary>
    public static string Ago(TimeSpan since) => since switch
    {
        { TotalSeconds: < 90 } => "a minute ago",
        { TotalMinutes: < 90 } => $"{(int)since.TotalMinutes} minutes ago",
        { TotalHours: < 36 } => $"{(int)Math.Round(since.TotalHours)} hours ago",
        _ => $"{(int)Math.Round(since.TotalDays)} days ago",
    };
}
