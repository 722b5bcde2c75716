namespace QuickStart.Loaded;

/// <summary>The ledger at one moment.</summary>
internal sealed class Ledger(IReadOnlyList<LedgerDay> days)
{
    private readonly Dictionary<(long, string, DateOnly), LedgerDay> _byKey = days.ToDictionary(day => (day.ProfileId, day.Dataset, day.Date));

    public IReadOnlyList<LedgerDay> Days { get; } = days;

    public LedgerDay? Find(LedgerDay day) => _byKey.GetValueOrDefault((day.ProfileId, day.Dataset, day.Date));
}
