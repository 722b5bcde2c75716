using System.Security.Cryptography;
using System.Text;

namespace PpcAds.Sdk.Etl;

/// <summary>What a load may touch: the same for every sink.</summary>
public static class LoadRules
{
    /// <summary>How many rows must be stored before losing half of them is suspect.</summary>
    public const int SmallestSuspectScope = 20;

    /// <summary>
    /// How old <c>last_seen_at</c> of an entity must be to move when a list had it unchanged: a sync writes nothing for most entities then.
    /// </summary>
    public static TimeSpan SeenAgainAfter { get; } = TimeSpan.FromHours(12);

    /// <summary>
    /// The days that a report replaces: those asked for, less those that Amazon no longer had, less those that hold figures taken later.
    /// </summary>
    /// <param name="scope">The load.</param>
    /// <param name="generatedAt">When the stored figures of each day were taken; days never loaded are absent.</param>
    public static IReadOnlySet<DateOnly> GetDates(LoadScope scope, IReadOnlyDictionary<DateOnly, DateTimeOffset> generatedAt)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(generatedAt);
        var dates = new HashSet<DateOnly>();
        for (DateOnly date = scope.FirstDate; date <= scope.EndDate; date = date.AddDays(1))
        {
            if (!generatedAt.TryGetValue(date, out DateTimeOffset stored) || stored <= scope.GeneratedAt)
            {
                dates.Add(date);
            }
        }

        return dates;
    }

    /// <summary>Whether so much would go that the report is asked for once more first: over half of the rows, or of the cost.</summary>
    /// <param name="storedRows">The rows stored in the scope.</param>
    /// <param name="removedRows">How many of them would go.</param>
    /// <param name="storedCostMicros">Their cost, in millionths.</param>
    /// <param name="removedCostMicros">The cost that would go.</param>
    public static bool IsSuspect(long storedRows, long removedRows, long storedCostMicros, long removedCostMicros) =>
        storedRows >= SmallestSuspectScope && (removedRows * 2 > storedRows || (Int128)removedCostMicros * 2 > storedCostMicros);

    /// <summary>Whether too many rows of a file were rejected for the rest to be trusted.</summary>
    public static bool IsBeyondRejectedShare(LoadScope scope, long rows, long rejected)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return rejected > 0 && rejected > rows * scope.MaxRejectedShare;
    }

    /// <summary>Stands for a set of rows that would be removed.</summary>
    /// <param name="keys">Day and key of each, in any order.</param>
    public static string DigestRemoval(IEnumerable<(DateOnly Date, string EntityKey)> keys)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((DateOnly date, string key) in keys.OrderBy(pair => pair.Date).ThenBy(pair => pair.EntityKey, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{date:yyyy-MM-dd}\n{key}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
