namespace QuickStart.Loaded;

/// <summary>Spend and sales of one day.</summary>
internal sealed record LoadedDay(string Currency, DateOnly Date, decimal Cost, decimal Sales);
