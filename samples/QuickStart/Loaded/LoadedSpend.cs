namespace QuickStart.Loaded;

/// <summary>What the campaigns of one product spent in one currency.</summary>
internal sealed record LoadedSpend(string Currency, string AdProduct, decimal Cost);
