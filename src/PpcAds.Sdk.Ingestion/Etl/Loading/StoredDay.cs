using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.Etl;

/// <summary>What the ledger knows of a day before a load.</summary>
/// <param name="GeneratedAt">When the stored figures were taken.</param>
/// <param name="Figures">How much is stored.</param>
[Experimental(Experimentals.StoreMakers)]
public readonly record struct StoredDay(DateTimeOffset GeneratedAt, DayFigures Figures);
