namespace PpcAds.Sdk.Simulator;

/// <summary>The regions of Amazon Ads; each has a host, here a path prefix.</summary>
public enum SimulatorRegion
{
    /// <summary>North America, at the root.</summary>
    NA,

    /// <summary>Europe, under <c>/eu/</c>.</summary>
    EU,

    /// <summary>Far East, under <c>/fe/</c>.</summary>
    FE,
}
