namespace PpcAds.Sdk.Exports;

/// <summary>What a target belongs to.</summary>
public enum ExportedTargetLevel
{
    /// <summary>An ad group.</summary>
    AdGroup,

    /// <summary>A campaign.</summary>
    Campaign,
}
