using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Etl;

/// <summary>What a load may touch: the same for every sink.</summary>
[Experimental(Experimentals.StoreMakers)]
public static class LoadRules
{
    /// <summary>
    /// How many days from the first one that Amazon still keeps an absence proves nothing. Amazon Ads reporting v3: reports about
    /// days that are no longer kept complete all the same, empty, and at which hour of which time zone a day goes is documented
    /// nowhere.
    /// </summary>
    public const int EdgeDays = 3;

    /// <summary>How many rows must be stored before losing half of them is suspect.</summary>
    public const int SmallestSuspectScope = 20;

    /// <summary>
    /// How old <c>last_seen_at</c> of an entity must be to move when a list had it unchanged: a sync writes nothing for most
    /// entities then.
    /// </summary>
    public static TimeSpan SeenAgainAfter { get; } = TimeSpan.FromHours(12);

    /// <summary>
    /// The days that a report may replace: those requested, less those that Amazon no longer had, less those that hold figures
    /// taken later; and of those the ones at the edge of which it proves nothing.
    /// </summary>
    /// <param name="scope">The load.</param>
    /// <param name="ledger">What is stored of each day; days never loaded are absent.</param>
    /// <param name="report">What the report has of each day; days without rows may be absent.</param>
    public static LoadDays GetDays(
        LoadScope scope, IReadOnlyDictionary<DateOnly, StoredDay> ledger, IReadOnlyDictionary<DateOnly, DayFigures> report)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(report);
        var replaced = new HashSet<DateOnly>();
        var unproven = new HashSet<DateOnly>();
        for (DateOnly date = scope.FirstDate; date <= scope.EndDate; date = date.AddDays(1))
        {
            StoredDay stored = ledger.GetValueOrDefault(date);
            if (stored.GeneratedAt <= scope.GeneratedAt)
            {
                (ProvesNothing(scope, date, stored.Figures, report.GetValueOrDefault(date)) ? unproven : replaced).Add(date);
            }
        }

        return new LoadDays(replaced, unproven);
    }

    /// <summary>
    /// Whether so much would be removed that the report is requested once more first: over half of the rows or of the cost, of
    /// all days or of one; or all there is.
    /// </summary>
    /// <param name="stored">What is stored of each day that the report replaces.</param>
    /// <param name="removed">What would go of each; days that lose nothing may be absent.</param>
    /// <param name="reportedRows">How many rows the report has of these days.</param>
    public static bool IsSuspect(
        IReadOnlyDictionary<DateOnly, DayFigures> stored, IReadOnlyDictionary<DateOnly, DayFigures> removed, long reportedRows)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(removed);
        DayFigures all = stored.Values.Aggregate(default(DayFigures), DayFigures.Add);
        DayFigures gone = removed.Values.Aggregate(default(DayFigures), DayFigures.Add);
        return gone.Rows > 0
            && (reportedRows == 0
                || (all.Rows >= SmallestSuspectScope && all.LosesHalf(gone))
                || removed.Any(
                    day =>
                        stored.GetValueOrDefault(day.Key) is { Rows: >= SmallestSuspectScope } known
                            && known.LosesHalf(day.Value)));
    }

    /// <summary>Whether too many rows of a file were rejected for the rest to be trusted.</summary>
    public static bool IsBeyondRejectedShare(LoadScope scope, long rows, long rejected)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return rejected > 0 && rejected > rows * scope.MaxRejectedShare;
    }

    /// <summary>
    /// Gets the instant of a load: later than each earlier load of profile and dataset, also when the clock was set back, and in
    /// whole microseconds, as databases hold instants.
    /// </summary>
    /// <param name="last">The instant of the last load; <see langword="null"/> if there was none.</param>
    /// <param name="now">The current time.</param>
    public static DateTimeOffset NextInstant(DateTimeOffset? last, DateTimeOffset now)
    {
        DateTimeOffset instant = new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        return last >= instant ? last.Value.AddMicroseconds(1) : instant;
    }

    private static bool ProvesNothing(LoadScope scope, DateOnly date, DayFigures stored, DayFigures reported) =>
        date < scope.RetentionStart.AddDays(EdgeDays)
        && (reported.Rows == 0 || reported.Rows * 2 < stored.Rows || (Int128)reported.CostMicros * 2 < stored.CostMicros);

    /// <summary>Stands for a set of rows that would be removed.</summary>
    /// <param name="keys">Day and key of each, in any order.</param>
    public static string DigestRemoval(IEnumerable<(DateOnly Date, string EntityKey)> keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((DateOnly date, string key) in keys.OrderBy(pair => pair.Date)
            .ThenBy(pair => pair.EntityKey, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{date:yyyy-MM-dd}\n{key}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
