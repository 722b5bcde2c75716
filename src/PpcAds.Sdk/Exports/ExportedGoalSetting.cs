namespace PpcAds.Sdk.Exports;

/// <summary>A goal and its measure.</summary>
public sealed record ExportedGoalSetting : ExportedObject
{
    /// <summary>The goal.</summary>
    public string? Goal { get; init; }

    /// <summary>What it is measured by.</summary>
    public string? Kpi { get; init; }
}
