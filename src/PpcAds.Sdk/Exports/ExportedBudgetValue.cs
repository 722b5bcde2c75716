namespace PpcAds.Sdk.Exports;

/// <summary>The value of a budget.</summary>
public sealed record ExportedBudgetValue
{
    /// <summary>As money.</summary>
    public ExportedMonetaryBudget? MonetaryBudget { get; init; }
}
