namespace PpcAds.Sdk.Exports;

/// <summary>A campaign's goal and its measure.</summary>
public sealed record ExportedGoalSettings : ExportedObject
{
    /// <summary>The goal, such as <c>PAGE_VISIT</c>.</summary>
    public string? GoalType { get; init; }

    /// <summary>What it is measured by, such as <c>CLICKS</c>.</summary>
    public string? GoalKpi { get; init; }
}
