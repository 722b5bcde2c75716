using System.Globalization;

namespace PpcAds.Sdk.EntityFrameworkCore.Verification;

/// <summary>Counts differences, and keeps examples of each kind: whatever their number, in bounded memory.</summary>
internal sealed class StoreDifferences
{
    private readonly SortedDictionary<StoreDifferenceKind, long> _counts = [];
    private readonly List<StoreDifference> _examples = [];

    public void Add(StoreDifference difference, long count = 1)
    {
        long before = _counts.GetValueOrDefault(difference.Kind);
        _counts[difference.Kind] = before + count;
        if (before < StoreVerification.MostExamples)
        {
            _examples.Add(difference);
        }
    }

    public StoreVerification ToVerification(StorePosition? position, long rows) =>
        new() { Position = position, Rows = rows, Counts = _counts, Differences = _examples };

    /// <summary>A value as text, the same in every culture and of both databases' types.</summary>
    public static string Text(object? value) => value switch
    {
        null or DBNull => "",
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
