using PpcAds.Sdk.EntityFrameworkCore.Sql;

namespace PpcAds.Sdk.EntityFrameworkCore.Aggregates;

/// <summary>The last 30 days before and after a load: they end with the newest day of the ledger, which only moves on.</summary>
/// <param name="First">The first day of the ledger, after the load.</param>
/// <param name="Before">The day they ended with; none before the first load.</param>
/// <param name="After">The day they end with.</param>
internal sealed record AggregateWindow(DateOnly First, DateOnly? Before, DateOnly After)
{
    private const int Length = 30;

    /// <summary>The days that were among them, and are no longer.</summary>
    public (DateOnly First, DateOnly Last)? Leaving =>
        Before is { } before && before != After
            ? (FirstOf(before), before < FirstOf(After) ? before : FirstOf(After).AddDays(-1))
            : null;

    /// <summary>
    /// Whether what changes on a day changes the sums of the last 30 days. A day that leaves them counts too: it is taken away
    /// with the rows that it holds after the load.
    /// </summary>
    public bool Affects(DateOnly date) =>
        (date >= FirstOf(After) && date <= After) || (Before is { } before && date >= FirstOf(before) && date <= before);

    /// <summary>The same as SQL.</summary>
    public string CountsSql(ScopeKey key, string column)
    {
        string after = key.Between(column, FirstOf(After), After);
        return Before is { } before && before != After ? $"({after} OR {key.Between(column, FirstOf(before), before)})" : after;
    }

    /// <summary>The days that they are of after the load, as SQL.</summary>
    public string LastSql(ScopeKey key, string column) => key.Between(column, FirstOf(After), After);

    private static DateOnly FirstOf(DateOnly last) => last.AddDays(1 - Length);
}
