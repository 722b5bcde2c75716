namespace PpcAds.Sdk.Exports;

/// <summary>What Amazon aims at for an ad group.</summary>
public sealed record ExportedAdGroupOptimization : ExportedObject
{
    /// <summary>The goal.</summary>
    public ExportedGoalSetting? GoalSetting { get; init; }
}
