namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.Comparison;

/// <summary>What is stored of a profile, as lines of text.</summary>
internal sealed class ProfileText
{
    private const string None = " none";

    public List<string> Results { get; } = [];

    public List<string> Rows { get; } = [];

    public List<string> Totals { get; } = [];

    public List<string> Ledger { get; } = [];

    public List<string> History { get; } = [];

    /// <summary>Sums of entities.</summary>
    public List<string> Sums { get; } = [];

    /// <summary>What else is stored of entities, as a database has it.</summary>
    public List<string> Entities { get; } = [];

    /// <summary>When entities changed last.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>
    /// Whether a dataset has rows of several currencies. Stores by SQL sum those entities again at each load, and say that they
    /// changed.
    /// </summary>
    public bool HasSeveralCurrencies { get; set; }

    /// <summary>Whether days are no longer proven, of which stored sums are until the next load of others.</summary>
    private bool HasUnprovenDays => Ledger.Any(line => line.Contains(" Unproven ", StringComparison.Ordinal));

    /// <summary>What differs from another database.</summary>
    public IReadOnlyList<string> FindDifferences(ProfileText other) =>
    [
        .. FindCommon(other), .. Compare("sums", Sums, other.Sums), .. Compare("entities", Entities, other.Entities),
        .. HasSeveralCurrencies ? [] : Compare("changes", Changes, other.Changes),
    ];

    /// <summary>
    /// What differs from memory, where sums are made when they are read: one that a list added since the last load has none in a
    /// database.
    /// </summary>
    public IReadOnlyList<string> FindDifferencesFromMemory(ProfileText memory)
    {
        HashSet<string> without =
            [.. Sums.Where(line => line.EndsWith(None, StringComparison.Ordinal)).Select(line => line[..^None.Length])];
        return
        [
            .. FindCommon(memory),
            .. HasUnprovenDays ? [] : Compare(
                "sums",
                Sums.Where(line => !line.EndsWith(None, StringComparison.Ordinal)),
                memory.Sums.Where(line => !without.Contains(string.Join(' ', line.Split(' ').Take(2))))),
        ];
    }

    private IEnumerable<string> FindCommon(ProfileText other) =>
    [
        .. Compare("results", Results, other.Results), .. Compare("rows", Rows, other.Rows),
        .. Compare("totals", Totals, other.Totals),
        .. Compare("ledger", Ledger, other.Ledger), .. Compare("history", History, other.History),
    ];

    private static IEnumerable<string> Compare(string what, IEnumerable<string> own, IEnumerable<string> others)
    {
        List<string> mine = [.. own];
        List<string> theirs = [.. others];
        return mine.SequenceEqual(theirs)
            ? []
            :
            [
                .. mine.Except(theirs).Select(line => $"{what}, only here: {line}"),
                .. theirs.Except(mine).Select(line => $"{what}, only there: {line}"),
                $"{what}: {mine.Count} here, {theirs.Count} there",
            ];
    }
}
