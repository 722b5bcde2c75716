namespace QuickStart.Loaded;

/// <summary>A day of the ledger.</summary>
internal sealed record LedgerDay(long ProfileId, string TimeZone, string Dataset, DateOnly Date, DateTimeOffset GeneratedAt, long Rows);
