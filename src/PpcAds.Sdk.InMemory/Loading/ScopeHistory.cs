using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.InMemory.Loading;

/// <summary>What was known when of one profile and dataset.</summary>
internal sealed class ScopeHistory
{
    private DateTimeOffset? _last;

    public List<FigureChange> Changes { get; } = [];

    public List<DayLoad> Loads { get; } = [];

    /// <summary>
    /// Takes the instant of a load: later than each before it, also when the clock was set back, and of one that replaced no day.
    /// </summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        DateTimeOffset next = LoadRules.NextInstant(_last, now);
        _last = next;
        return next;
    }

    /// <summary>Notes by what a load changes a row.</summary>
    /// <param name="knownAt">The instant of the load.</param>
    /// <param name="before">The row before; <see langword="null"/> if there was none.</param>
    /// <param name="after">The row after; <see langword="null"/> if it is gone.</param>
    public void Add(DateTimeOffset knownAt, PerformanceRecord? before, PerformanceRecord? after)
    {
        PerformanceSums difference = PerformanceSums.Of(after).Subtract(PerformanceSums.Of(before));
        if (difference != PerformanceSums.Zero && (after ?? before) is { } row)
        {
            Changes.Add(new FigureChange(knownAt, row.EntityKey, row.Date, difference));
        }
    }
}
