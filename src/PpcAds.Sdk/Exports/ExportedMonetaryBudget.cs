namespace PpcAds.Sdk.Exports;

/// <summary>A budget as money.</summary>
public sealed record ExportedMonetaryBudget : ExportedObject
{
    /// <summary>The currency, such as <c>USD</c>.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The amount that the advertiser set, in that currency.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The amount in force when budget rules apply.</summary>
    public decimal? RuleAmount { get; init; }
}
