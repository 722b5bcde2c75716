namespace PpcAds.Sdk.Reading;

/// <summary>Days, in each profile's time zone.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
public readonly record struct PerformancePeriod(DateOnly From, DateOnly To)
{
    /// <summary>The most days that a period may have.</summary>
    public const int MaxDays = 1100;

    /// <summary>Gets the number of days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Gets the period of as many days that ends before this one begins.</summary>
    public PerformancePeriod Previous => new(From.AddDays(-Days), From.AddDays(-1));

    /// <summary>Returns a value that indicates whether a day is in the period.</summary>
    /// <param name="date">The day.</param>
    public bool Contains(DateOnly date) => date >= From && date <= To;

    /// <summary>Returns the period as a text such as <c>2026-03-01 to 2026-03-07</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}");
}
