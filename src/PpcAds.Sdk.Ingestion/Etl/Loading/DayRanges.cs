namespace PpcAds.Sdk.Etl;

/// <summary>Days as people write them: runs of days by their ends.</summary>
internal static class DayRanges
{
    private const int MaxRanges = 5;

    /// <summary>The days from the first to the last, both included.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    /// <summary>Such as <c>2026-01-01 to 2026-01-31, 2026-02-03</c>; of many runs the first ones.</summary>
    public static string Describe(IEnumerable<DateOnly> days)
    {
        var ranges = new List<(DateOnly First, DateOnly Last)>();
        foreach (DateOnly day in days.Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last.AddDays(1) >= day)
            {
                ranges[^1] = (ranges[^1].First, day);
            }
            else
            {
                ranges.Add((day, day));
            }
        }

        string text = string.Join(
            ", ",
            ranges.Take(MaxRanges).Select(
                range =>
                    range.First == range.Last
                        ? $"{range.First:yyyy-MM-dd}"
                        : $"{range.First:yyyy-MM-dd} to {range.Last:yyyy-MM-dd}"));
        return ranges.Count > MaxRanges
            ? $"{text} and {ranges.Skip(MaxRanges).Sum(range => range.Last.DayNumber - range.First.DayNumber + 1)} more"
            : text;
    }
}
