namespace QuickStart.Loaded;

/// <summary>A campaign with what it spent in all.</summary>
internal sealed record LoadedCampaign(string Currency, string Name, decimal Cost, double? Acos);
