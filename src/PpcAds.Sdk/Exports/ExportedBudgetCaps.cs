namespace PpcAds.Sdk.Exports;

/// <summary>A campaign's budget.</summary>
public sealed record ExportedBudgetCaps : ExportedObject
{
    /// <summary><c>MONETARY</c>.</summary>
    public string? BudgetType { get; init; }

    /// <summary><c>DAILY</c> or <c>LIFETIME</c>.</summary>
    public string? RecurrenceTimePeriod { get; init; }

    /// <summary>The amount.</summary>
    public ExportedBudgetValue? BudgetValue { get; init; }
}
