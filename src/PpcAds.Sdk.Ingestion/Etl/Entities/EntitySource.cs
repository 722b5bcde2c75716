namespace PpcAds.Sdk.Etl;

/// <summary>How an entity came to be known.</summary>
public enum EntitySource
{
    /// <summary>A list of Amazon's had it.</summary>
    List,

    /// <summary>An export of Amazon's had it.</summary>
    Export,

    /// <summary>Only a report named its id: attributes are unknown.</summary>
    Report,
}
