namespace PpcAds.Sdk.Exports;

/// <summary>The value of a budget.</summary>
public sealed record ExportedBudgetValue : ExportedObject
{
    /// <summary>As money.</summary>
    public ExportedMonetaryBudget? MonetaryBudget { get; init; }
}
