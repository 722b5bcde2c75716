namespace PpcAds.Sdk.Simulator.Demand;

/// <summary>What a target's figures are taken apart by.</summary>
internal enum SlotKind
{
    /// <summary>Not at all.</summary>
    Whole,

    /// <summary>Top of search, product pages, rest of search.</summary>
    Placement,

    /// <summary>Two search terms.</summary>
    SearchTerm,

    /// <summary>The ads of the ad group, one or two.</summary>
    Ad,
}
